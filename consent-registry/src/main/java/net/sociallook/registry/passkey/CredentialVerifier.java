package net.sociallook.registry.passkey;

import com.nimbusds.jose.crypto.utils.ECChecks;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Verifies what passkeys answer on one site: right challenge, its origin and RP id, user present
 * and verified, ES256, and a signature by the known key. What does not verify is refused.
 */
public final class CredentialVerifier {
  private static final int FLAGS = 32;
  private static final int ATTESTED = 0x40;
  private static final int EXTENSIONS = 0x80;
  private static final int SHORTEST = 37;
  private static final boolean USER_VERIFIED = true;
  private static final boolean USER_PRESENT = true;
  private static final List<PublicKeyCredentialParameters> ES256_ONLY =
      List.of(
          new PublicKeyCredentialParameters(
              PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256));

  private final ObjectConverter converter = new ObjectConverter();
  // "Non-strict" concerns attestation alone: none is asked for, so none is judged.
  private final WebAuthnManager webauthn =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final Origin origin;
  private final String relyingParty;

  public CredentialVerifier(URI origin, String relyingParty) {
    this.origin = new Origin(origin.toString());
    this.relyingParty = relyingParty;
  }

  /**
   * What is kept of a credential.
   *
   * @param publicKey COSE, ES256
   * @param signCount the last one seen
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Key(byte[] credentialId, byte[] publicKey, long signCount) {}

  /** A verified signature, with the bytes that prove it to others. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Signed(
      byte[] credentialId,
      long signCount,
      byte[] authenticatorData,
      byte[] clientData,
      byte[] signature) {}

  /**
   * Verifies a new credential; does not store it.
   *
   * @param credential RegistrationResponseJSON
   * @throws Refused with {@link Problem#SIGNATURE_REFUSED}
   */
  public Key verifyNew(JsonNode credential, byte[] challenge) {
    return refusing(() -> {
      RegistrationData data =
          webauthn.verifyRegistrationResponseJSON(
              credential.toString(),
              new RegistrationParameters(
                  server(challenge), ES256_ONLY, USER_VERIFIED, USER_PRESENT));
      var authenticator =
          Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData attested =
          Objects.requireNonNull(authenticator.getAttestedCredentialData());
      requireP256(attested.getCOSEKey());
      requireAnnouncedExtensions(authenticator);
      return new Key(
          attested.getCredentialId(),
          converter.getCborConverter().writeValueAsBytes(attested.getCOSEKey()),
          authenticator.getSignCount());
    });
  }

  /**
   * Verifies a signature.
   *
   * @param credential AuthenticationResponseJSON
   * @param known the key of a credential id; empty where there is none
   * @throws Refused with {@link Problem#SIGNATURE_REFUSED}
   */
  public Signed verify(
      JsonNode credential, byte[] challenge, Function<byte[], Optional<Key>> known) {
    return refusing(() -> {
      requireOneId(credential);
      AuthenticationData data = webauthn.parseAuthenticationResponseJSON(credential.toString());
      requireWhole(Objects.requireNonNull(data.getAuthenticatorDataBytes()));
      Key key =
          known
              .apply(data.getCredentialId())
              .orElseThrow(() -> new Refused(Problem.SIGNATURE_REFUSED));
      webauthn.verify(
          data,
          new AuthenticationParameters(
              server(challenge),
              record(key),
              List.of(key.credentialId()),
              USER_VERIFIED,
              USER_PRESENT));
      return new Signed(
          key.credentialId(),
          Objects.requireNonNull(data.getAuthenticatorData()).getSignCount(),
          Objects.requireNonNull(data.getAuthenticatorDataBytes()),
          Objects.requireNonNull(data.getCollectedClientDataBytes()),
          data.getSignature());
    });
  }

  private ServerProperty server(byte[] challenge) {
    return ServerProperty.builder()
        .origin(origin)
        .rpId(relyingParty)
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private CredentialRecordImpl record(Key known) {
    COSEKey key =
        Objects.requireNonNull(
            converter.getCborConverter().readValue(known.publicKey(), COSEKey.class));
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        null,
        null,
        null,
        known.signCount(),
        new AttestedCredentialData(AAGUID.ZERO, known.credentialId(), key),
        null,
        null,
        null,
        null);
  }

  private static void requireOneId(JsonNode credential) {
    JsonNode id = credential.path("id");
    if (!id.isString() || !id.equals(credential.path("rawId"))) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }

  /**
   * The library does not mind flags that announce what is not there, here or in a registration. An
   * assertion never has attested credential data.
   *
   * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data">WebAuthn, 6.1</a>
   */
  private static void requireWhole(byte[] authenticatorData) {
    int flags = authenticatorData[FLAGS];
    boolean announced = (flags & EXTENSIONS) != 0;
    if ((flags & ATTESTED) != 0 || announced != (authenticatorData.length > SHORTEST)) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }

  private static void requireAnnouncedExtensions(
      AuthenticatorData<RegistrationExtensionAuthenticatorOutput> made) {
    boolean there = made.getExtensions() != null && !made.getExtensions().getKeys().isEmpty();
    if (made.isFlagED() != there) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }

  /** The library does not ask whether the point is on the curve, either. */
  private static void requireP256(COSEKey key) {
    boolean sound =
        key instanceof EC2COSEKey ec
            && Curve.SECP256R1.equals(ec.getCurve())
            && ec.getPublicKey() instanceof ECPublicKey point
            && ECChecks.isPointOnCurve(point, point.getParams());
    if (!sound) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }

  private static <T> T refusing(Supplier<T> verification) {
    try {
      return verification.get();
    } catch (WebAuthnException
        | JacksonException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }
}
