package net.sociallook.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sociallook.gateway.world.Jws;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the registry refuses of an assertion, the gateway refuses by itself: every part wrong in
 * every way that could pass, and signed with the client's own key wherever that is possible.
 */
class ForgedAssertionTest {
  private static final byte[] DOCUMENT = "{\"type\":\"x\"}".getBytes(StandardCharsets.UTF_8);

  private final PasskeySignature signatures = new PasskeySignature("localhost", TokenForge.ORIGIN);
  private final SoftwarePasskey passkey = SoftwarePasskey.create("localhost", TokenForge.ORIGIN);

  record Forgery(String name, Consumer<AssertionForger> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void sameAssertionWithNothingForgedVerifies() {
    assertThat(verifies(forger -> {})).isTrue();
  }

  /** Extensions that are announced and there: one byte of CBOR, an empty map. */
  @Test
  void extensionsThatAreThereDoNoHarm() {
    assertThat(
            verifies(forger -> {
              forger.authenticatorData = Arrays.copyOf(forger.authenticatorData, 38);
              forger.authenticatorData[37] = (byte) 0xa0;
              forger.authenticatorData[AssertionForger.FLAGS] = (byte) 0x85;
            }))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource({"ofClientData", "ofAuthenticatorData", "ofSignature"})
  void forgedAssertionDoesNotVerify(Forgery forgery) {
    assertThat(verifies(forgery.change())).isFalse();
  }

  private boolean verifies(Consumer<AssertionForger> change) {
    AssertionForger forger = new AssertionForger(passkey, DOCUMENT);
    change.accept(forger);
    return signatures.verifies(DOCUMENT, forger.assertion());
  }

  static Stream<Forgery> ofClientData() {
    return Stream.of(
        with("type of a registration", data("type", "webauthn.create")),
        with("type of a payment", data("type", "payment.get")),
        with("type in capitals", data("type", "WEBAUTHN.GET")),
        with("no type", forger -> forger.clientData.remove("type")),
        with("no challenge", forger -> forger.clientData.remove("challenge")),
        with("empty challenge", data("challenge", "")),
        with("challenge of nothing", data("challenge", Jws.base64(new byte[32]))),
        with(
            "challenge shortened",
            forger -> forger.clientData.put("challenge", challenge(forger).substring(0, 40))),
        with(
            "challenge of the challenge",
            forger ->
                forger.clientData.put(
                    "challenge", Jws.base64(Digest.sha256(Digest.sha256(DOCUMENT))))),
        with("challenge not a string", data("challenge", List.of("x"))),
        with("origin on another port", data("origin", "http://localhost:8081")),
        with("origin below ours", data("origin", "http://page.localhost:8080")),
        with("origin that begins like ours", data("origin", TokenForge.ORIGIN + ".evil.example")),
        with("origin null", data("origin", "null")),
        with("no origin", forger -> forger.clientData.remove("origin")),
        with("in a frame of another page", data("crossOrigin", true)),
        with("client data no JSON", raw("type=webauthn.get")),
        with("client data an array", raw("[]")),
        with("no client data", raw("")));
  }

  static Stream<Forgery> ofAuthenticatorData() {
    return Stream.of(
        with(
            "for another relying party",
            forger ->
                System.arraycopy(
                    Digest.sha256("evil.example".getBytes(StandardCharsets.UTF_8)),
                    0,
                    forger.authenticatorData,
                    0,
                    32)),
        with(
            "for no relying party",
            forger -> Arrays.fill(forger.authenticatorData, 0, 32, (byte) 0)),
        with("nobody present", flags(0x04)),
        with("nobody verified", flags(0x01)),
        with("neither", flags(0x00)),
        with("backed up but not able to be", flags(0x15)),
        with("credential announced but absent", flags(0x45)),
        with("extensions announced but absent", flags(0x85)),
        with("cut short", length(36)),
        with("too long", length(38)),
        with("of flags alone", length(33)),
        with("no authenticator data", length(0)));
  }

  static Stream<Forgery> ofSignature() {
    return Stream.of(
        with("no signature", forger -> forger.signature = new byte[0]),
        with(
            "signature of zeros",
            forger -> forger.signature = new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}),
        with(
            "signature cut short",
            forger -> {
              byte[] good = good(forger);
              forger.signature = Arrays.copyOf(good, good.length - 1);
            }),
        with(
            "signature as two numbers, not DER",
            forger -> forger.signature = concatenated(good(forger))),
        with(
            "signature over the client data itself",
            forger ->
                forger.signature = forger.sign(forger.authenticatorData, forger.clientDataBytes())),
        with(
            "signature over the client data alone",
            forger -> forger.signature = forger.sign(Digest.sha256(forger.clientDataBytes()))),
        with(
            "signature in the wrong order",
            forger ->
                forger.signature =
                    forger.sign(Digest.sha256(forger.clientDataBytes()), forger.authenticatorData)),
        with("signature of another hash", forger -> forger.algorithm = "SHA512withECDSA"),
        with("signature of an old hash", forger -> forger.algorithm = "SHA1withECDSA"));
  }

  private static Forgery with(String name, Consumer<AssertionForger> change) {
    return new Forgery(name, change);
  }

  private static Consumer<AssertionForger> data(String member, Object value) {
    return forger -> forger.clientData.put(member, value);
  }

  private static Consumer<AssertionForger> raw(String text) {
    return forger -> forger.rawClientData = text.getBytes(StandardCharsets.UTF_8);
  }

  private static Consumer<AssertionForger> flags(int flags) {
    return forger -> forger.authenticatorData[AssertionForger.FLAGS] = (byte) flags;
  }

  private static Consumer<AssertionForger> length(int bytes) {
    return forger -> forger.authenticatorData = Arrays.copyOf(forger.authenticatorData, bytes);
  }

  private static String challenge(AssertionForger forger) {
    return String.valueOf(forger.clientData.get("challenge"));
  }

  private static byte[] good(AssertionForger forger) {
    return forger.sign(forger.authenticatorData, Digest.sha256(forger.clientDataBytes()));
  }

  private static byte[] concatenated(byte[] der) {
    try {
      return ECDSA.transcodeSignatureToConcat(der, 64);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
