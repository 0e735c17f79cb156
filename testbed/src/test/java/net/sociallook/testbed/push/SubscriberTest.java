package net.sociallook.testbed.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291, section 5 and appendix A. */
class SubscriberTest {
  private static final String MESSAGE =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
          + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
          + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
  private static final Subscriber BROWSER =
      new Subscriber(
          URI.create("https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV"),
          new BigInteger(1, decoded("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")),
          decoded("BTBZMqHH6r4Tts7J_aSIgg"));

  @Test
  void readsTheExampleOfTheRfc() {
    assertThat(BROWSER.p256dh())
        .isEqualTo(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyP"
                + "js7Vd8pZGH6SRpkNtoIAiw4");
    assertThat(new String(BROWSER.read(decoded(MESSAGE)), US_ASCII))
        .isEqualTo("When I grow up, I want to be a watermelon");
  }

  @Test
  void anotherBrowserCannotReadIt() {
    assertThatThrownBy(() -> Subscriber.at(BROWSER.endpoint()).read(decoded(MESSAGE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("forged");
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
