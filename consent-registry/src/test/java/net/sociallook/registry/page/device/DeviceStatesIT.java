package net.sociallook.registry.page.device;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;

import java.util.Map;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Two things that seldom come to pass with devices. */
class DeviceStatesIT {

  /** No gateway says what it knows. */
  static class NobodyKnows {
    @Bean
    @Primary
    WithdrawalEffect nobodyKnows() {
      return sequence -> new EffectResult.Unknown();
    }
  }

  @Test
  void deviceIsNotCalledRemovedBeforeItIsKnown() {
    try (RunningRegistry registry = Pages.start(Map.of(), NobodyKnows.class)) {
      Phone phone = Phone.linkedAt(registry, JOBCENTER);
      SecondDevice devices = SecondDevice.of(phone, registry).joined();
      String path = "/devices/" + SecondDevice.id(devices.second().passkey()) + "/removal";
      try (Tab tab = Tab.on(registry.pageOrigin(), Screen.PHONE, "de")) {
        tab.carry(phone.cookie());
        tab.open(path);
        tab.page().locator("main form button").click();
        assertThat(tab.page().locator("h1")).hasText("Wird geprüft");
        tab.isFine("device-checking");
      }
    }
  }

  @Test
  void deviceAtTheEndOfAChainAddsNoOther() {
    SecondDevice devices =
        SecondDevice.of(Phone.linkedAt(Pages.registry(), JOBCENTER), Pages.registry()).joined();
    for (int step = 0; step < 2; step++) {
      devices = SecondDevice.of(devices.second(), Pages.registry()).joined();
    }
    try (Tab tab = Pages.tab(Screen.PHONE, "ar", devices.second())) {
      tab.open("/devices");
      tab.page().locator("form[action='/devices/offers'] button").click();
      assertThat(tab.page().locator("h1")).hasText("هذا غير ممكن من هذا الجهاز");
      tab.isFine("device-too-far");
    }
  }
}
