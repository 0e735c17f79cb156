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
    }
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
