package net.sociallook.registry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import com.microsoft.playwright.Page;
import java.util.List;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.giving.Asked;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;

/** Everything can be reached and done with the keyboard alone, and the focus is always seen. */
class KeyboardIT {

  @Test
  void clientArrives() {
    Answer invitation = Office.of(Pages.registry(), JOBCENTER).invite();
    try (Tab tab = Pages.tab(Screen.DESKTOP, "de")) {
      tab.addAuthenticator();
      Page page = tab.page();
      tab.open("/");
      tab.reach(page.locator("main a[href='/arrive']"));
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pages.origin() + "/arrive");
      tab.reach(page.locator("#code"));
      page.keyboard().type(invitation.text("code"));
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pages.origin() + "/arrive/passkey");
      tab.reach(page.locator("#create button"));
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pages.origin() + "/arrive/waiting");
    }
  }

  @Test
  void clientTakesEverythingBackAndSignsOutInArabic() {
    Phone phone = Phone.linkedAt(Pages.registry(), JOBCENTER, YOUTH_OFFICE);
    phone.grant(JOBCENTER, List.of(provision("appointments-arrange", YOUTH_OFFICE)));
    try (Tab tab = Pages.tab(Screen.PHONE, "ar", phone)) {
      Page page = tab.page();
      tab.open("/");
      tab.reach(page.locator("article a[href^='/withdraw/']"));
      page.keyboard().press("Enter");
      assertThat(page.locator("main form")).isVisible();
      tab.reach(page.locator("main form button"));
      page.keyboard().press("Space");
      assertThat(page.locator(".kern-alert--success")).isVisible();
      tab.reach(page.locator("header form[action='/sign-out'] button"));
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pages.origin() + "/signed-out");
      page.goBack();
      assertThat(page.locator("main a[href='/arrive']").first()).isVisible();
      assertThat(page.locator("body")).not().containsText("Jobcenter Nordhausen");
    }
  }

  @Test
  void clientReadsAllowsSignsNarrowsAndWithdraws() throws Exception {
    Phone phone = new Phone(Pages.registry());
    String pseudonym = phone.linkTo(Office.of(Pages.registry(), JOBCENTER));
    phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
    Office job = Office.of(Pages.registry(), JOBCENTER);
    Asked.ask(job, pseudonym, Asked.REASON, "documents-read", "goals-view");
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      Tab.Authenticator authenticator = tab.addAuthenticator(phone.passkey());
      Page page = tab.page();
      tab.open("/");
      press(tab, ".ask a", "Enter");
      press(tab, "main summary >> nth=-1", "Enter");
      press(tab, "#allow-1\\.documents-read", "Space");
      press(tab, "#allow-2\\.goals-view", "Space");
      press(tab, "button[name=next]", "Enter");
      press(tab, "form[action^='/choices/'] button", "Enter");
      authenticator.refuse();
      press(tab, "#sign", "Enter");
      assertThat(page.locator("[data-message=cancelled]")).isVisible();
      tab.keepsFocus();
      authenticator.recognise();
      page.keyboard().press("Enter");
      page.waitForURL("**/given");
      new Looks(Pages.registry()).seen(pseudonym);
      press(tab, ".nav a[href='/log']", "Enter");
      press(tab, "article summary", "Enter");
      press(tab, "article a[href*='/narrowing']", "Enter");
      press(tab, "#keep-1", "Space");
      press(tab, "main form button", "Enter");
      assertThat(page.locator(".may li")).hasCount(1);
      press(tab, "main a[href^='/grants/']", "Enter");
      press(tab, "main a[href^='/withdraw/']", "Enter");
      press(tab, "main form button", "Enter");
      assertThat(page.locator("h1")).hasText("Widerrufen");
      press(tab, "main a[href='/']", "Enter");
      assertThat(page.locator("article a[href^='/withdraw/']")).hasCount(0);
    }
  }

  private static void press(Tab tab, String selector, String key) {
    tab.page().locator(selector).first().waitFor();
    tab.reach(tab.page().locator(selector).first());
    tab.page().keyboard().press(key);
  }

  @Test
  void languageIsChosen() {
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      Page page = tab.page();
      tab.open("/help");
      tab.reach(page.locator("summary"));
      page.keyboard().press("Enter");
      tab.reach(page.locator("button[value=en]"));
      page.keyboard().press("Enter");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
    }
  }
}
