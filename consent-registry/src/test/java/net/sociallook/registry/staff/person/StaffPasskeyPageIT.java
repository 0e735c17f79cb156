package net.sociallook.registry.staff.person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;

import com.microsoft.playwright.Page;
import net.sociallook.registry.staff.StaffTab;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A caseworker gets a code, makes her passkey and signs in, in Chromium and by keyboard. */
class StaffPasskeyPageIT {

  @ParameterizedTest
  @CsvSource({"DESKTOP, de", "PHONE, en"})
  void passkeyIsMadeWithACodeAndOpensThePage(Screen screen, String language) {
    String code;
    try (Tab desk = StaffTab.open(JOBCENTER, screen, language)) {
      Page page = desk.page();
      desk.open("/staff/people");
      page.locator("#caseworker").selectOption("jc-001");
      page.locator("main form button").click();
      desk.isFine("staff-people");
      page.locator("section[data-person=jc-002] form[action$='/code'] button").click();
      code = page.locator(".code").textContent();
      desk.isFine("staff-people-code");
    }
    try (Tab tab = StaffTab.withoutCertificate(screen, language)) {
      Page page = tab.page();
      tab.open("/staff");
      tab.isFine("staff-unknown");
      tab.reach(page.locator("main .actions a"));
      page.keyboard().press("Enter");
      assertThat(page.locator("#sign-in button")).isVisible();
      Tab.Authenticator device = tab.addAuthenticator();
      tab.isFine("staff-passkey");
      tab.reach(page.locator("a[href='/staff/passkey/new']"));
      page.keyboard().press("Enter");
      assertThat(page.locator("#code")).isVisible();
      tab.reach(page.locator("#code"));
      page.keyboard().type("ABCD EFGH");
      page.keyboard().press("Enter");
      assertThat(page.locator("#code-error")).isVisible();
      tab.isFine("staff-passkey-code-wrong");
      page.locator("#code").fill(code);
      page.locator("main form button").click();
      assertThat(page.locator("dt")).hasText("Kaya, Deniz");
      tab.isFine("staff-passkey-make");
      tab.reach(page.locator("#make button"));
      page.keyboard().press("Enter");
      page.waitForURL("**/staff/passkey?made=true");
      tab.isFine("staff-passkey-made");
      page.locator("#sign-in button").click();
      page.waitForURL("**/staff/invitations");
      assertThat(page.locator("footer")).containsText("Kaya, Deniz");
      tab.open("/staff/people");
      tab.isFine("staff-people-uncertified");
      page.locator("header form[action='/staff/sign-out'] button").click();
      page.waitForURL("**/staff/passkey");
      device.refuse();
      page.locator("#sign-in button").click();
      assertThat(page.locator("[data-message=cancelled]")).isVisible();
      tab.isFine("staff-passkey-cancelled");
    }
  }
}
