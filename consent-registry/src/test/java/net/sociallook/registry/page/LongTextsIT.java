package net.sociallook.registry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.giving.Asked;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.registry.staff.StaffTab;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;

/** As much as fits into a field, without a place to break, and with markup in it. */
class LongTextsIT {
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);

  @Test
  void whatOthersWriteIsTextAndBreaksWithinTheNarrowestPage() throws Exception {
    Phone phone = new Phone(Pages.registry());
    String pseudonym = phone.linkTo(JOB);
    phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
    String request = Asked.ask(JOB, pseudonym, text(4_000), "messages");
    Looks looks = new Looks(Pages.registry());
    looks.tokenRefused(pseudonym, text(200), "purpose-not-covered");
    String line = "/log/" + looks.seen(pseudonym);
    String question = UUID.randomUUID().toString();
    new Visitor(Pages.registry(), phone)
        .send(line + "/question", "question", question, "text", text(2_000));
    try (Tab tab = Pages.tab(Screen.NARROW, "de", phone)) {
      tab.open("/requests/" + request);
      tab.page().locator("details:has(.said) summary").click();
      assertIsText(tab, "details .said", 4_000);
      tab.isFine("long-request");
    }
    try (Tab tab = StaffTab.open(JOBCENTER, Screen.NARROW, "de")) {
      tab.open("/staff");
      tab.page().locator("#caseworker").selectOption("jc-001");
      tab.page().locator("main form button").click();
      tab.open("/staff/questions/" + question);
      assertNoMarkup(tab);
      tab.isFine("long-staff-question");
      tab.page().locator("#text").fill(text(4_000));
      tab.page().locator("main form button").click();
      tab.open("/staff/questions/" + question);
      assertNoMarkup(tab);
      tab.isFine("long-staff-answer");
    }
    try (Tab tab = Pages.tab(Screen.NARROW, "ar", phone)) {
      tab.open("/log");
      assertNoMarkup(tab);
      assertThat(tab.page().locator("main")).containsText(text(4_000));
      assertThat(tab.page().locator("main")).containsText(text(2_000));
      assertThat(tab.page().locator("main")).containsText(text(200));
      Locator folded = tab.page().locator(".asked details .words");
      assertThat(folded).hasText(new String[] {text(2_000), text(4_000)});
      assertThat(folded.last()).isHidden();
      tab.isFine("long-log");
      tab.page().locator(".asked details summary").last().click();
      assertThat(folded.last()).isVisible();
      tab.isFine("long-log-open");
      tab.open(line);
      assertNoMarkup(tab);
      tab.isFine("long-line");
    }
  }

  /** So many characters without a space. */
  private static String text(int length) {
    String markup = "<b>W</b><script>document.title='W'</script>\"'>&amp;";
    return markup + "W".repeat(length - markup.length());
  }

  private static void assertIsText(Tab tab, String selector, int length) {
    assertThat(tab.page().locator(selector)).hasText(text(length));
    assertNoMarkup(tab);
  }

  private static void assertNoMarkup(Tab tab) {
    assertThat(tab.page().locator("main b, main script:not([src])")).hasCount(0);
    assertThat(tab.page()).not().hasTitle("W");
  }
}
