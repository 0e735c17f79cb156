package net.sociallook.registry.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import net.sociallook.testbed.push.Subscriber;
import org.junit.jupiter.api.Test;

class DeviceKeysTest {
  private static final Subscriber BROWSER = Subscriber.at(URI.create("https://push.test/x"));

  @Test
  void keysOfABrowserAreTaken() {
    assertThat(DeviceKeys.of(BROWSER.p256dh(), BROWSER.authText()).p256dh()).hasSize(65);
  }

  @Test
  void whatCannotBeKeysIsRefused() {
    byte[] off = DeviceKeys.decoded("p256dh", BROWSER.p256dh());
    off[64] ^= 1;
    refused(java.util.Base64.getUrlEncoder().encodeToString(off), BROWSER.authText());
    refused(BROWSER.p256dh().substring(4), BROWSER.authText());
    refused("A" + BROWSER.p256dh().substring(1), BROWSER.authText());
    refused(BROWSER.p256dh(), BROWSER.authText().substring(4));
    refused(BROWSER.p256dh(), "?");
    refused("", "");
  }

  private static void refused(String p256dh, String auth) {
    assertThatThrownBy(() -> DeviceKeys.of(p256dh, auth))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }
}
