package net.sociallook.registry.passkey;

import java.util.UUID;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Verifies what passkeys of clients answer on the page: see {@link CredentialVerifier}. */
@Component
public class PasskeyVerifier {
  private final PasskeyStore passkeys;
  private final CredentialVerifier credentials;

  PasskeyVerifier(PasskeyStore passkeys, RegistryProperties properties) {
    this.passkeys = passkeys;
    this.credentials =
        new CredentialVerifier(properties.page().origin(), properties.page().relyingParty());
  }

  /**
   * Verifies a new passkey; does not store it.
   *
   * @param credential RegistrationResponseJSON
   * @throws Refused with {@link Problem#SIGNATURE_REFUSED}
   */
  public Passkey verifyNew(JsonNode credential, Ceremonies.Pending ceremony) {
    CredentialVerifier.Key key = credentials.verifyNew(credential, ceremony.challenge());
    return new Passkey(key.credentialId(), ceremony.subject(), key.publicKey(), key.signCount());
  }

  /**
   * Verifies a signature by any client's passkey.
   *
   * @param credential AuthenticationResponseJSON
   * @throws Refused with {@link Problem#SIGNATURE_REFUSED}
   */
  public Assertion verify(JsonNode credential, byte[] challenge) {
    CredentialVerifier.Signed signed =
        credentials.verify(
            credential, challenge, id -> passkeys.find(id).map(PasskeyVerifier::key));
    Passkey passkey =
        passkeys
            .find(signed.credentialId())
            .orElseThrow(() -> new Refused(Problem.SIGNATURE_REFUSED));
    passkeys.used(signed.credentialId(), signed.signCount());
    return new Assertion(
        passkey.client(),
        signed.credentialId(),
        signed.authenticatorData(),
        signed.clientData(),
        signed.signature());
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

  private static CredentialVerifier.Key key(Passkey passkey) {
    return new CredentialVerifier.Key(
        passkey.credentialId(), passkey.publicKey(), passkey.signCount());
  }
}
