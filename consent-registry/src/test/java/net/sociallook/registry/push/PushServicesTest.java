package net.sociallook.registry.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushServicesTest {
  private static final PushServices SERVICES =
      new PushServices(
          List.of(
              "fcm.googleapis.com",
              "updates.push.services.mozilla.com",
              "*.push.apple.com",
              "*.notify.windows.com"));

  private static final List<String> HOSTILE =
      List.of(
          "",
          "/",
          "fcm.googleapis.com/x",
          "//fcm.googleapis.com/x",
          "http://fcm.googleapis.com/x",
          "HTTPS://fcm.googleapis.com/x",
          "ftp://fcm.googleapis.com/x",
          "file:///etc/passwd",
          "https:fcm.googleapis.com/x",
          "https:///fcm.googleapis.com/x",
          "https://fcm.googleapis.com.attacker.test/x",
          "https://fcm.googleapis.com./x",
          "https://attacker.test/fcm.googleapis.com",
          "https://attacker.test/?https://fcm.googleapis.com/",
          "https://attacker.test#fcm.googleapis.com",
          "https://attacker.testfcm.googleapis.com/x",
          "https://x.fcm.googleapis.com/x",
          "https://googleapis.com/x",
          "https://fcm.googleapis.com@attacker.test/x",
          "https://user@fcm.googleapis.com/x",
          "https://user:secret@fcm.googleapis.com/x",
          "https://@fcm.googleapis.com/x",
          "https://fcm.googleapis.com:443/x",
          "https://fcm.googleapis.com:8443/x",
          "https://fcm.googleapis.com:/x",
          "https://fcm.googleapis.com:443@attacker.test/x",
          "https://fcm.googleapis.com\\@attacker.test/x",
          "https://attacker.test\\.push.apple.com/x",
          "https://fcm.googleapis.com%2eattacker.test/x",
          "https://fcm.googleapis.com%00.attacker.test/x",
          "https://fcm.googleapis.com/x#fragment",
          "https://fcm.googleapis.com/a b",
          "https://fcm.googleapis.com/x\r\nHost: attacker.test",
          " https://fcm.googleapis.com/x",
          "https://fcm.g\u043e\u043egleapis.com/x",
          "https://fcm\u3002googleapis.com/x",
          "http://web.push.apple.com/x",
          "https://user@web.push.apple.com/x",
          "https://web.push.apple.com:444/x",
          "https://push.apple.com/x",
          "https://.push.apple.com/x",
          "https://evilpush.apple.com/x",
          "https://web.push.apple.com.attacker.test/x",
          "https://attacker.test/.push.apple.com",
          "https://-.push.apple.com/x",
          "https://a..push.apple.com/x",
          "https://127.0.0.1/x",
          "https://2130706433/x",
          "https://0x7f000001/x",
          "https://0177.0.0.1/x",
          "https://127.1/x",
          "https://localhost/x",
          "https://169.254.169.254/latest/meta-data",
          "https://[::1]/x",
          "https://[::ffff:127.0.0.1]/x",
          "https://[fe80::1%25eth0]/x",
          "https://10.0.0.1.notify.windows.com@10.0.0.1/",
          "gopher://fcm.googleapis.com/x",
          "javascript:alert(1)//fcm.googleapis.com",
          "data:text/plain,https://fcm.googleapis.com/");

  private static final List<Predicate<String>> CARELESS =
      List.of(
          endpoint -> endpoint.startsWith("https://fcm.googleapis.com"),
          endpoint -> endpoint.contains("fcm.googleapis.com"),
          endpoint -> host(endpoint).endsWith("fcm.googleapis.com"),
          endpoint -> host(endpoint).startsWith("fcm.googleapis.com"),
          endpoint -> host(endpoint).equals("fcm.googleapis.com"),
          endpoint -> host(endpoint).endsWith("push.apple.com"),
          endpoint -> host(endpoint).endsWith(".push.apple.com"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/abc:APA91b_-x",
        "https://fcm.googleapis.com/wp/abc?x=1",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAAA",
        "https://web.push.apple.com/QaBC",
        "https://wns2-by3p.notify.windows.com/w/?token=BQYAAA%3d%3d",
        "https://a.b.notify.windows.com/w"
      })
  void endpointsOfPushServicesAreTaken(String endpoint) {
    assertThat(SERVICES.find(endpoint))
        .hasValueSatisfying(uri -> assertThat(uri.toString()).isEqualTo(endpoint));
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void nothingElseIs(String hostile) {
    assertThat(SERVICES.find(hostile)).isEmpty();
  }

  /** Each careless comparison lets one of them through, so that the list would tell of it. */
  @ParameterizedTest
  @FieldSource("CARELESS")
  void carelessComparisonsAreCaught(Predicate<String> careless) {
    assertThat(HOSTILE).anyMatch(careless);
  }

  private static String host(String endpoint) {
    try {
      return String.valueOf(new URI(endpoint).getHost());
    } catch (URISyntaxException e) {
      return "";
    }
  }

  @Test
  void tooLongIsRefused() {
    assertThat(SERVICES.find("https://fcm.googleapis.com/" + "a".repeat(2_048))).isEmpty();
  }

  @Test
  void aPortCountsWhereItIsNamed() {
    PushServices local = new PushServices(List.of("localhost:8443"));
    assertThat(local.find("https://localhost:8443/x")).isPresent();
    assertThat(local.find("https://localhost/x")).isEmpty();
    assertThat(local.find("https://localhost:84/x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "*.", "https://x.test", "x.test/", "*x.test", "a.*.test", "X.test"})
  void aListSaysWhatItMeans(String entry) {
    assertThatThrownBy(() -> new PushServices(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: host");
  }
}
