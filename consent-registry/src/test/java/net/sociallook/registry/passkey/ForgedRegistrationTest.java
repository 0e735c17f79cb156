package net.sociallook.registry.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sociallook.registry.web.Refused;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A new passkey with one part wrong is no passkey: no key of it is ever kept. */
class ForgedRegistrationTest {
  private static final String ORIGIN = "http://localhost:8080";
  private static final int ID_LENGTH_AT = 53;
  private static final int FLAGS_AT = 32;

  private final CredentialVerifier verifier =
      new CredentialVerifier(URI.create(ORIGIN), "localhost");
  private final SoftwarePasskey passkey = SoftwarePasskey.create("localhost", ORIGIN);
  private final byte[] challenge = Bytes.random(32);

  /** What an authenticator answers, taken apart. */
  private static final class Made {
    final ObjectNode whole;
    final ObjectNode clientData;
    byte[] head;
    byte[] authenticatorData;
    byte[] rawClientData;
    byte[] rawAttestation;

    Made(String registration) {
      whole = (ObjectNode) JsonMapper.shared().readTree(registration);
      clientData = (ObjectNode) JsonMapper.shared().readTree(decoded("clientDataJSON"));
      byte[] attestation = decoded("attestationObject");
      int begins = new String(attestation, StandardCharsets.ISO_8859_1).indexOf("authData") + 10;
      head = Arrays.copyOf(attestation, begins);
      authenticatorData = Arrays.copyOfRange(attestation, begins, attestation.length);
    }

    JsonNode put() {
      byte[] data = JsonMapper.shared().writeValueAsBytes(clientData);
      head[head.length - 1] = (byte) authenticatorData.length;
      response()
          .put("clientDataJSON", Bytes.base64url(rawClientData == null ? data : rawClientData))
          .put(
              "attestationObject",
              Bytes.base64url(
                  rawAttestation == null ? joined(head, authenticatorData) : rawAttestation));
      return whole;
    }

    ObjectNode response() {
      return (ObjectNode) whole.get("response");
    }

    /** Where the public key begins: a map of five, 1: 2, 3: -7, -1: 1, -2: x, -3: y. */
    int key() {
      int length = authenticatorData[ID_LENGTH_AT] << 8 | authenticatorData[ID_LENGTH_AT + 1];
      return ID_LENGTH_AT + 2 + length;
    }

    private byte[] decoded(String member) {
      return Base64.getUrlDecoder().decode(response().get(member).asString());
    }
  }

  @Test
  void sameWithNothingForgedIsKeptAndVerifiesWhatItSigns() {
    CredentialVerifier.Key key = verifier.verifyNew(made().put(), challenge);
    assertThat(Bytes.base64url(key.credentialId())).isEqualTo(passkey.credentialId());
    byte[] next = Bytes.random(32);
    String signed = passkey.sign("{\"challenge\":\"" + Bytes.base64url(next) + "\"}");
    assertThat(
            verifier
                .verify(JsonMapper.shared().readTree(signed), next, id -> Optional.of(key))
                .credentialId())
        .isEqualTo(key.credentialId());
  }

  /** CBOR maps of one: a registered extension, and one that nobody here knows. */
  @ParameterizedTest
  @ValueSource(strings = {"\u00a1\u006bcredProtect\u0002", "\u00a1\u0067unknown\u00f5"})
  void extensionsThatAreThereAreFine(String extensions) {
    Made made = made();
    made.authenticatorData[FLAGS_AT] = (byte) 0xC5;
    made.authenticatorData =
        joined(made.authenticatorData, extensions.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(verifier.verifyNew(made.put(), challenge).credentialId()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource({"ofClientData", "ofAuthenticatorData", "ofKey", "ofWrapping"})
  void forgedOneIsRefused(Consumer<Made> forgery) {
    Made made = made();
    forgery.accept(made);
    JsonNode forged = made.put();
    assertThatThrownBy(() -> verifier.verifyNew(forged, challenge)).isInstanceOf(Refused.class);
  }

  @Test
  void whatIsNoRegistrationIsRefused() {
    Made assertion = made();
    JsonNode signed =
        JsonMapper.shared()
            .readTree(passkey.sign("{\"challenge\":\"" + Bytes.base64url(challenge) + "\"}"));
    JsonNode without = assertion.put();
    ((ObjectNode) without.get("response")).remove("attestationObject");
    for (JsonNode one :
        List.of(
            signed,
            without,
            JsonMapper.shared().readTree("[]"),
            JsonMapper.shared().readTree("{}"))) {
      assertThatThrownBy(() -> verifier.verifyNew(one, challenge)).isInstanceOf(Refused.class);
    }
  }

  static Stream<Named<Consumer<Made>>> ofClientData() {
    return Stream.of(
        of("type of a sign-in", made -> made.clientData.put("type", "webauthn.get")),
        of("no type", made -> made.clientData.remove("type")),
        of(
            "another challenge",
            made -> made.clientData.put("challenge", Bytes.base64url(new byte[32]))),
        of("no challenge", made -> made.clientData.remove("challenge")),
        of("empty challenge", made -> made.clientData.put("challenge", "")),
        of(
            "origin on another port",
            made -> made.clientData.put("origin", "http://localhost:8081")),
        of("origin on https", made -> made.clientData.put("origin", "https://localhost:8080")),
        of(
            "origin below ours",
            made -> made.clientData.put("origin", "http://page.localhost:8080")),
        of("origin null", made -> made.clientData.put("origin", "null")),
        of("no origin", made -> made.clientData.remove("origin")),
        of("in a frame of another page", made -> made.clientData.put("crossOrigin", true)),
        of(
            "client data no JSON",
            made -> made.rawClientData = "type=webauthn.create".getBytes(StandardCharsets.UTF_8)),
        of("no client data", made -> made.rawClientData = new byte[0]));
  }

  static Stream<Named<Consumer<Made>>> ofAuthenticatorData() {
    return Stream.of(
        of("for another relying party", made -> made.authenticatorData[0] ^= 1),
        flags("nobody present", 0x44),
        flags("nobody verified", 0x41),
        flags("neither", 0x40),
        flags("no credential", 0x05),
        flags("extensions announced but absent", 0xC5),
        of(
            "cut short",
            made ->
                made.authenticatorData =
                    Arrays.copyOf(made.authenticatorData, made.authenticatorData.length - 1)),
        of(
            "too long",
            made ->
                made.authenticatorData =
                    Arrays.copyOf(made.authenticatorData, made.authenticatorData.length + 1)),
        of("none", made -> made.authenticatorData = new byte[0]));
  }

  static Stream<Named<Consumer<Made>>> ofKey() {
    return Stream.of(
        key("of a kind that is no elliptic curve's of two coordinates", 2, 0x01),
        key("for EdDSA", 4, 0x27),
        key("for no algorithm", 4, 0x00),
        key("on P-384", 6, 0x02),
        key("on no curve", 6, 0x00),
        of(
            "key that is no point of the curve",
            made -> made.authenticatorData[made.key() + 76] ^= 1));
  }

  static Stream<Named<Consumer<Made>>> ofWrapping() {
    return Stream.of(
        of("attestation of no known form", made -> made.head[8] ^= 1),
        of("no attestation", made -> made.rawAttestation = new byte[0]),
        of("attestation no CBOR", made -> made.rawAttestation = new byte[] {(byte) 0xFF}));
  }

  private Made made() {
    return new Made(passkey.register("{\"challenge\":\"" + Bytes.base64url(challenge) + "\"}"));
  }

  private static Named<Consumer<Made>> of(String name, Consumer<Made> forgery) {
    return Named.of(name, forgery);
  }

  private static Named<Consumer<Made>> flags(String name, int flags) {
    return of(name, made -> made.authenticatorData[FLAGS_AT] = (byte) flags);
  }

  private static Named<Consumer<Made>> key(String name, int at, int value) {
    return of("key " + name, made -> made.authenticatorData[made.key() + at] = (byte) value);
  }

  private static byte[] joined(byte[] one, byte[] other) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(other);
    return both.toByteArray();
  }
}
