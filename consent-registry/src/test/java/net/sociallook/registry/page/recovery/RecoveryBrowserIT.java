package net.sociallook.registry.page.recovery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.page.Pages;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryBrowserIT {
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);

  @ParameterizedTest
  @CsvSource({"PHONE, de", "PHONE, ar"})
  void oldDeviceSaysThatItWasHer(Screen screen, String language) {
    try (Tab old = Pages.tab(screen, language);
        Tab young = Pages.tab(screen, language)) {
      Answer first = JOB.invite();
      arrive(old, first);
      String pseudonym = JOB.endorse(first.text("id"));
      assertThat(old.page()).hasURL(Pages.origin() + "/?linked=true");
      Answer again = JOB.reinvite(pseudonym);
      arrive(young, again);
      JOB.endorse(again.text("id"));
      assertThat(young.page()).hasURL(Pages.origin() + "/recovery");
      young.isFine("recovery-waiting");

      Page page = old.page();
      page.navigate("/");
      old.isFine("recovery-notice");
      page.locator("a[href^='/recovery/']").click();
      old.isFine("recovery-question");
      page.locator("#confirm").click();
      assertThat(page.locator(".kern-alert--success")).isVisible();
      old.isFine("recovery-full");

      young.page().reload();
      assertThat(young.page()).hasURL(Pages.origin() + "/");
      young.page().navigate("/devices");
      assertThat(young.page().locator("article")).hasCount(2);
    }
  }

  @Test
  void noIsSaidWithOneTapWithoutScript() {
    Lost lost = Lost.linkedAt(Pages.registry(), JOBCENTER, YOUTH_OFFICE);
    lost.recoveredAt(JOBCENTER);
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "de-simple")) {
      tab.carry(lost.old().cookie());
      tab.open("/");
      tab.page().locator("a[href^='/recovery/']").click();
      tab.page().locator("form[action$='/refusal'] button").click();
      assertThat(tab.page()).hasURL(Pattern.compile(".*/recovery/[0-9a-f-]{36}"));
      assertThat(tab.page().locator(".kern-alert--success")).isVisible();
    }
    lost.young().signIn().isProblem(403, "signature-refused");
  }

  private static void arrive(Tab tab, Answer invitation) {
    tab.addAuthenticator();
    tab.open("/arrive");
    tab.page().locator("#code").fill(invitation.text("code"));
    tab.page().locator("main form button").click();
    tab.page().locator("#create button").click();
    assertThat(tab.page()).hasURL(Pages.origin() + "/arrive/waiting");
  }
}
