package net.sociallook.gateway.token;

import com.webauthn4j.WebAuthnAuthenticationManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * Verifies that a passkey signed a document: assertion with challenge = SHA-256 of the document,
 * user present and verified, relying party and origin of the client page.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion">Web Authentication
 *     §7.2</a>
 */
final class PasskeySignature {
  private static final Set<COSEAlgorithmIdentifier> ALGORITHMS =
      Set.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  private static final int FLAGS = 32;
  private static final int ATTESTED = 0x40;
  private static final int EXTENSIONS = 0x80;
  private static final int SHORTEST = 37;

  /** Evidence names no credential: its key is pinned by the endorsement. */
  private static final byte[] NO_CREDENTIAL_ID = new byte[16];

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnAuthenticationManager manager =
      new WebAuthnAuthenticationManager(List.of(), converter);
  private final String rpId;
  private final Origin origin;

  PasskeySignature(String rpId, String origin) {
    this.rpId = rpId;
    this.origin = new Origin(origin);
  }

  boolean verifies(byte[] document, Assertion assertion) {
    try {
      COSEKey key = converter.getCborConverter().readValue(assertion.publicKey(), COSEKey.class);
      COSEAlgorithmIdentifier algorithm = key == null ? null : key.getAlgorithm();
      if (key == null || algorithm == null || !ALGORITHMS.contains(algorithm)) {
        return false;
      }
      if (!isWhole(assertion.authenticatorData())) {
        return false;
      }
      manager.verify(request(assertion), parameters(document, key));
      return true;
    } catch (DataConversionException
        | VerificationException
        | JacksonException
        | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The library does not mind flags that announce what is not there. An assertion never has
   * attested credential data.
   *
   * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data">WebAuthn, 6.1</a>
   */
  private static boolean isWhole(byte[] authenticatorData) {
    if (authenticatorData.length < SHORTEST) {
      return false;
    }
    int flags = authenticatorData[FLAGS];
    boolean announced = (flags & EXTENSIONS) != 0;
    return (flags & ATTESTED) == 0 && announced == (authenticatorData.length > SHORTEST);
  }

  private static AuthenticationRequest request(Assertion assertion) {
    return new AuthenticationRequest(
        NO_CREDENTIAL_ID,
        assertion.authenticatorData(),
        assertion.clientData(),
        assertion.signature());
  }

  private AuthenticationParameters parameters(byte[] document, COSEKey key) {
    ServerProperty page =
        ServerProperty.builder()
            .origin(origin)
            .rpId(rpId)
            .challenge(new DefaultChallenge(Digest.sha256(document)))
            .build();
    AttestedCredentialData credential =
        new AttestedCredentialData(AAGUID.ZERO, NO_CREDENTIAL_ID, key);
    CredentialRecordImpl credentialRecord =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            null,
            null,
            null,
            0,
            credential,
            null,
            null,
            null,
            null);
    return new AuthenticationParameters(page, credentialRecord, null, true, true);
  }
}
