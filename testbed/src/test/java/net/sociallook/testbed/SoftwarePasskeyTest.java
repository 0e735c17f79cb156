package net.sociallook.testbed;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The passkey is held against a relying party's library that is not ours. */
class SoftwarePasskeyTest {
  private static final String ORIGIN = "http://localhost:8080";
  private static final String CHALLENGE = "AAECAwQFBgcICQoLDA0ODw";
  private static final String OPTIONS = "{\"challenge\":\"" + CHALLENGE + "\"}";

  private final WebAuthnManager relyingParty = WebAuthnManager.createNonStrictWebAuthnManager();
  private final SoftwarePasskey passkey = SoftwarePasskey.create("localhost", ORIGIN);

  @Test
  void itsAssertionVerifies() {
    assertDoesNotThrow(() -> verify(passkey.sign(OPTIONS)));
  }

  @Test
  void itSurvivesBeingSaved(@TempDir Path directory) {
    passkey.save(directory.resolve("client-01.json"));
    SoftwarePasskey loaded = SoftwarePasskey.load(directory.resolve("client-01.json"));
    assertEquals(passkey.credentialId(), loaded.credentialId());
    assertDoesNotThrow(() -> verify(loaded.sign(OPTIONS)));
  }

  @Test
  void withoutUserVerificationItIsRefused() {
    assertThrows(
        VerificationException.class, () -> verify(passkey.withoutUserVerification().sign(OPTIONS)));
  }

  @Test
  void calledFromAnotherOriginItIsRefused() {
    assertThrows(
        VerificationException.class,
        () -> verify(passkey.calledFrom("http://localhost:8081").sign(OPTIONS)));
  }

  private void verify(String assertion) {
    RegistrationData registered =
        relyingParty.parseRegistrationResponseJSON(passkey.register(OPTIONS));
    relyingParty.verify(registered, new RegistrationParameters(server(), null, true, true));
    CredentialRecordImpl credential =
        new CredentialRecordImpl(
            registered.getAttestationObject(),
            registered.getCollectedClientData(),
            registered.getClientExtensions(),
            registered.getTransports());
    relyingParty.verifyAuthenticationResponseJSON(
        assertion, new AuthenticationParameters(server(), credential, null, true, true));
  }

  private static ServerProperty server() {
    return new ServerProperty(new Origin(ORIGIN), "localhost", new DefaultChallenge(CHALLENGE));
  }
}
