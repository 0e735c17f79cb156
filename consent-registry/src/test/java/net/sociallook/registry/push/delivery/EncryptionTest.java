package net.sociallook.registry.push.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.security.KeyPair;
import java.util.Base64;
import net.sociallook.registry.push.DeviceKeys;
import net.sociallook.testbed.push.Subscriber;
import org.junit.jupiter.api.Test;

class EncryptionTest {
  private static final Subscriber BROWSER = Subscriber.at(URI.create("https://push.test/x"));
  private static final DeviceKeys KEYS = DeviceKeys.of(BROWSER.p256dh(), BROWSER.authText());

  /** RFC 8291, section 5 and appendix A. */
  @Test
  void exampleOfTheRfcComesOutByteForByte() throws Exception {
    DeviceKeys receiver =
        DeviceKeys.of(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyP"
                + "js7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");
    Encryption.Fresh fresh =
        new Encryption.Fresh(
            pair(
                "_jP0qw3qcZFNtVgj9ztUlI9BMG2SBzLbuaWaUyhkgiA",
                "Dll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
                "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Base64.getUrlDecoder().decode("DGv6ra1nlYgDCS1FRnbzlw"));
    byte[] text = "When I grow up, I want to be a watermelon".getBytes(UTF_8);
    assertThat(
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Encryption.encrypt(text, text.length, receiver, fresh)))
        .isEqualTo(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
                + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
                + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
  }

  @Test
  void everythingIsEquallyLongAndReadByThisBrowserAlone() {
    byte[] nothing = encrypted("");
    byte[] most = encrypted("\u0627".repeat(50));
    assertThat(nothing).hasSameSizeAs(most);
    assertThat(new String(BROWSER.read(most), UTF_8)).isEqualTo("\u0627".repeat(50));
    assertThat(BROWSER.read(nothing)).isEmpty();
    Subscriber other = Subscriber.at(BROWSER.endpoint());
    assertThatThrownBy(() -> other.read(most)).hasMessageContaining("forged");
  }

  @Test
  void nothingIsUsedTwice() {
    assertThat(encrypted("x")).isNotEqualTo(encrypted("x"));
  }

  @Test
  void moreThanThereIsRoomForIsRefused() {
    assertThatThrownBy(() -> encrypted("x".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] encrypted(String text) {
    return Encryption.encrypt(text.getBytes(UTF_8), 100, KEYS, Encryption.Fresh.draw());
  }

  private static KeyPair pair(String x, String y, String d) throws Exception {
    ECKey key =
        new ECKey.Builder(Curve.P_256, new Base64URL(x), new Base64URL(y))
            .d(new Base64URL(d))
            .build();
    return new KeyPair(key.toECPublicKey(), key.toECPrivateKey());
  }
}
