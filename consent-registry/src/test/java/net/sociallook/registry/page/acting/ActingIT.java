package net.sociallook.registry.page.acting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.reach.Family;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acting for a client, and seeing who does, in a browser. */
class ActingIT {

  @ParameterizedTest
  @CsvSource({"PHONE, de", "PHONE, ar"})
  void carerActsForAClientWhoSeesIt(Screen screen, String language) {
    Family family = Family.of(Pages.registry());
    family
        .client()
        .grant(
            JOBCENTER,
            List.of(provision("goals-view", YOUTH_OFFICE), provision("messages", PROVIDER)));
    try (Tab tab = Pages.tab(screen, language, family.carer())) {
      tab.addAuthenticator(family.carer().passkey());
      Page page = tab.page();
      tab.open("/");
      assertThat(page.locator(".acting")).isVisible();
      assertThat(page.locator("article")).hasCount(2);
      assertThat(page.locator("main")).not().containsText("Träger Horizont");
      tab.isFine("acting-start");
      tab.open("/acting");
      assertThat(page.locator("main section")).hasCount(1);
      page.locator("details.fold summary").click();
      page.locator("input[name=name]").fill("Kim <b>");
      page.locator("details.fold button").click();
      assertThat(page.locator(".acting")).containsText("Kim <b>");
      tab.isFine("acting-choose");

      tab.open("/grants/new?recipient=" + JOBCENTER + "&holder=" + YOUTH_OFFICE);
      page.locator("input[name=allow]").first().check();
      page.locator("#until").fill(LocalDate.now().plusDays(40).toString());
      page.locator("button[name=next]").click();
      page.locator("main form button").click();
      assertThat(page.locator(".signed-text")).containsText("rechtliche Betreuung");
      tab.isFine("acting-sign");
      page.locator("#sign").click();
      page.waitForURL("**/given");

      page.navigate(Pages.origin() + "/acting");
      page.locator("main a[href*='/acting/end']").first().click();
      tab.isFine("acting-end");
      page.locator("main form button").click();
      page.waitForURL("**/signed-out*");
    }
    try (Tab tab = Pages.tab(screen, language, family.client())) {
      Page page = tab.page();
      tab.open("/representatives");
      assertThat(page.locator("article")).hasCount(1);
      assertThat(page.locator("article .role")).hasCount(2);
      assertThat(page.locator("article .kern-badge")).hasCount(1);
      tab.isFine("representatives");
      tab.open("/");
      page.locator("article a[href^='/grants/']").first().click();
      tab.isFine("acting-grant");
    }
  }
}
