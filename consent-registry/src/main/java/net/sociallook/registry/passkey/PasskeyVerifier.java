package net.sociallook.registry.passkey;

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
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.Curve;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Verifies what passkeys answer: right challenge, the page's origin and RP id, user present and
 * verified, ES256, and a signature by the stored key. What does not verify is refused.
 */
@Component
public class PasskeyVerifier {
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
  private final PasskeyStore passkeys;
  private final RegistryProperties.Page page;

  PasskeyVerifier(PasskeyStore passkeys, RegistryProperties properties) {
    this.passkeys = passkeys;
    this.page = properties.page();
  }

  /**
   * Verifies a new passkey; does not store it.
   *
   * @param credential RegistrationResponseJSON
   * @throws Refused with {@link Problem#SIGNATURE_REFUSED}
   */
  public Passkey verifyNew(JsonNode credential, Ceremonies.Pending ceremony) {
    return refusing(() -> {
      RegistrationData data =
          webauthn.verifyRegistrationResponseJSON(
              credential.toString(),
              new RegistrationParameters(
                  server(ceremony.challenge()), ES256_ONLY, USER_VERIFIED, USER_PRESENT));
      var authenticator =
          Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData attested =
          Objects.requireNonNull(authenticator.getAttestedCredentialData());
      requireP256(attested.getCOSEKey());
      return new Passkey(
          attested.getCredentialId(),
          ceremony.subject(),
          converter.getCborConverter().writeValueAsBytes(attested.getCOSEKey()),
          authenticator.getSignCount());
    });
  }

  /**
   * Verifies a signature by any client's passkey.
   *
   * @param credential AuthenticationResponseJSON
   * @throws Refused with {@link Problem#SIGNATURE_REFUSED}
   */
  public Assertion verify(JsonNode credential, byte[] challenge) {
    return refusing(() -> {
      requireOneId(credential);
      AuthenticationData data = webauthn.parseAuthenticationResponseJSON(credential.toString());
      requireWhole(Objects.requireNonNull(data.getAuthenticatorDataBytes()));
      Passkey passkey =
          passkeys
              .find(data.getCredentialId())
              .orElseThrow(() -> new Refused(Problem.SIGNATURE_REFUSED));
      webauthn.verify(
          data,
          new AuthenticationParameters(
              server(challenge),
              record(passkey),
              List.of(passkey.credentialId()),
              USER_VERIFIED,
              USER_PRESENT));
      passkeys.countUpTo(
          passkey.credentialId(),
          Objects.requireNonNull(data.getAuthenticatorData()).getSignCount());
      return assertion(passkey.client(), data);
    });
  }

  /** As {@link #verify}; the challenge is that of this document. */
  public Assertion verifySignIn(JsonNode credential, SignInDocument document) {
    return verify(credential, document.challenge());
  }

  /** As {@link #verify}, and it must be this client's passkey. */
  public Assertion verifyOf(UUID client, JsonNode credential, byte[] challenge) {
    Assertion assertion = verify(credential, challenge);
    if (!assertion.client().equals(client)) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
    return assertion;
  }

  private static Assertion assertion(UUID client, AuthenticationData data) {
    return new Assertion(
        client,
        data.getCredentialId(),
        Objects.requireNonNull(data.getAuthenticatorDataBytes()),
        Objects.requireNonNull(data.getCollectedClientDataBytes()),
        data.getSignature());
  }

  private ServerProperty server(byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(page.origin().toString()))
        .rpId(page.relyingParty())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private CredentialRecordImpl record(Passkey passkey) {
    COSEKey key =
        Objects.requireNonNull(
            converter.getCborConverter().readValue(passkey.publicKey(), COSEKey.class));
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        null,
        null,
        null,
        passkey.signCount(),
        new AttestedCredentialData(AAGUID.ZERO, passkey.credentialId(), key),
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
   * The library does not mind flags that announce what is not there. An assertion never has
   * attested credential data.
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

  private static void requireP256(COSEKey key) {
    if (!(key instanceof EC2COSEKey ec) || !Curve.SECP256R1.equals(ec.getCurve())) {
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
