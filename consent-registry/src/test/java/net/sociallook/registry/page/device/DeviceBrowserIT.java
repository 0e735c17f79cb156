package net.sociallook.registry.page.device;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.Pages;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceBrowserIT {
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);
  private static final double PATIENCE = 30_000;

  @ParameterizedTest
  @CsvSource({"PHONE, de", "DESKTOP, ar"})
  void oneMoreDeviceFromTheCodeToItsFirstSignIn(Screen screen, String language) {
    try (Tab first = Pages.tab(screen, language);
        Tab second = Pages.tab(Screen.PHONE, language)) {
      arrive(first);
      second.addAuthenticator();
      Page old = first.page();
      old.navigate("/devices");
      assertThat(old.locator("article")).hasCount(1);
      first.isFine("devices");
      old.locator("form[action='/devices/offers'] button").click();
      assertThat(old.locator("img.qr")).isVisible();
      first.isFine("device-offer");

      Page young = second.page();
      second.open("/join#" + old.locator("p.code").textContent().replace(" ", ""));
      second.isFine("device-join");
      young.locator("main form button").click();
      assertThat(young).hasURL(Pages.origin() + "/join/passkey");
      second.isFine("device-join-passkey");
      young.locator("#create button").click();
      assertThat(young).hasURL(Pages.origin() + "/join/waiting");
      second.isFine("device-join-waiting");

      assertThat(old.locator("#confirm")).isVisible(within());
      assertThat(old.locator("p.code")).hasText(young.locator("p.code").textContent());
      first.isFine("device-match");
      old.locator("#confirm").click();
      assertThat(old.locator(".kern-alert--success")).isVisible();
      first.isFine("device-active");

      assertThat(young.locator("main a[href='/sign-in']")).isVisible(within());
      second.isFine("device-joined");
      young.locator("main a[href='/sign-in']").click();
      young.locator("#sign-in button").click();
      assertThat(young).hasURL(Pages.origin() + "/");
      young.navigate("/devices");
      assertThat(young.locator("article")).hasCount(2);
      assertThat(young.locator("article .kern-badge")).hasCount(1);
      second.isFine("devices-two");
    }
  }

  @Test
  void lostDeviceIsRemovedWithOneTapAndOneConfirmationWithoutScript() {
    Phone phone = Phone.linkedAt(Pages.registry(), JOBCENTER, YOUTH_OFFICE);
    SecondDevice devices = SecondDevice.of(phone, Pages.registry()).joined();
    String path = "/devices/" + SecondDevice.id(devices.second().passkey()) + "/removal";
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "de")) {
      tab.carry(phone.cookie());
      tab.open("/devices");
      tab.page().locator("a[href='" + path + "']").click();
      tab.page().locator("main form button").click();
      assertThat(tab.page()).hasURL(Pattern.compile(".*/removed"));
      assertThat(tab.page().locator("h1")).hasText("Entfernt");
    }
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      tab.open(path.replace("removal", "removed"));
      tab.isFine("device-removed");
      tab.open("/devices/" + SecondDevice.id(phone.passkey()) + "/removal");
      tab.isFine("device-removal-last");
    }
  }

  @Test
  void whoIsToldAnotherNumberSaysNo() {
    Phone phone = Phone.linkedAt(Pages.registry(), JOBCENTER);
    SecondDevice devices = SecondDevice.of(phone, Pages.registry());
    var opened = devices.offer();
    devices.join(opened).is(201);
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "en")) {
      tab.carry(phone.cookie());
      tab.open("/devices/offers/" + opened.id());
      tab.page().locator("form[action$='/refusal'] button").click();
      assertThat(tab.page().locator(".kern-alert")).containsText("The device is not added");
    }
    devices.second().signIn().isProblem(403, "signature-refused");
  }

  /** A client whose passkey is in this tab. */
  static void arrive(Tab tab) {
    Answer invitation = JOB.invite();
    tab.addAuthenticator();
    tab.open("/arrive");
    tab.page().locator("#code").fill(invitation.text("code"));
    tab.page().locator("main form button").click();
    tab.page().locator("#create button").click();
    assertThat(tab.page()).hasURL(Pages.origin() + "/arrive/waiting");
    JOB.endorse(invitation.text("id"));
    assertThat(tab.page()).hasURL(Pages.origin() + "/?linked=true");
  }

  private static LocatorAssertions.IsVisibleOptions within() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE);
  }
}
