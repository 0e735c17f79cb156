package net.sociallook.registry.page;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.giving.Asked;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.registry.page.print.Printed;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client's pages look like on paper. */
class PaperIT {
  /** Nothing of it can be pressed on paper. */
  private static final String PRESSED =
      "header, footer, nav, form, button, .kern-btn, .actions, .screen-only";

  private static final String BEGINNING = "hat angesehen:";
  private static final String END = "(/log/";

  private final Phone phone = new Phone(Pages.registry());
  private final String pseudonym = phone.linkTo(Office.of(Pages.registry(), JOBCENTER));
  private final Looks looks = new Looks(Pages.registry());

  @ParameterizedTest
  @CsvSource({"de, LIGHT", "de, DARK", "ar, DARK"})
  void pagesAreBlackOnWhiteAndSayWhatTheyAreAndOfWhen(String language, ColorScheme scheme)
      throws Exception {
    phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
    String grant =
        phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).text("id");
    String line = looks.seen(pseudonym, "DocumentReference", "akte-17-3", "akte-17-4");
    looks.denied(pseudonym, "no-grant");
    Office office = Office.of(Pages.registry(), JOBCENTER);
    String request = Asked.ask(office, pseudonym, Asked.REASON, "goals-view", "messages");
    Map<String, String> paths =
        Map.of(
            "log", "/log",
            "line", "/log/" + line,
            "grant", "/grants/" + grant,
            "receipt", "/grants/" + grant + "/receipt",
            "request", "/requests/" + request,
            "devices", "/devices");
    try (Tab tab = Pages.tab(Screen.PHONE, language, phone)) {
      Page page = tab.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      paths.forEach((name, path) -> {
        tab.open(path);
        String title = Printed.joined(page.locator("h1").textContent());
        Printed paper = paper(page).draw("paper-%s-%s-%s".formatted(name, language, scheme));
        assertThat(paper.ink()).as(name).isBetween(0.002, 0.15);
        assertThat(paper.pages()).as(name).isBetween(1, 4);
        assertThat(paper.words()).as(name).contains(Pages.origin() + path);
        if (language.equals("de")) {
          assertThat(paper.words()).as(name).contains(title, "Stand: ").doesNotContain("Abmelden");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(visible(page.locator(PRESSED))).as(name).isEmpty();
        assertThat(visible(page.locator("h1"))).as(name).hasSize(1);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
      });
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE", "DESKTOP"})
  void whatIsFoldedUpIsPrintedAndWhereLinksLead(Screen screen) {
    phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
    String grant =
        phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).text("id");
    String request =
        Asked.ask(
            Office.of(Pages.registry(), JOBCENTER), pseudonym, "Grund ".repeat(300), "messages");
    try (Tab tab = Pages.tab(screen, "de", phone)) {
      tab.open("/requests/" + request);
      Locator law = tab.page().locator(".law dd");
      assertThat(paper(tab.page()).words())
          .contains(law.allTextContents().stream().map(Printed::joined).toList())
          .contains("Grund ".repeat(300).strip());
      tab.open("/grants/" + grant);
      assertThat(paper(tab.page()).words()).contains("(/grants/" + grant + "/receipt)");
    }
  }

  /** With a control: without the style, cards are cut. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void noCardIsCutAtTheEndOfAPage(boolean mutant) throws Exception {
    for (int look = 0; look < 14; look++) {
      looks.seen(pseudonym, "DocumentReference", "akte-%d-1".formatted(look), "akte-2", "akte-3");
    }
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      tab.open("/log");
      if (mutant) {
        tab.page()
            .evaluate(
                """
                () => document.querySelectorAll('.kern-card, .kern-card *')
                  .forEach(one => one.style.breakInside = 'auto')\
                """);
      }
      List<String> pages = paper(tab.page()).draw("paper-long-" + mutant).wordsOfPages();
      assertThat(pages).hasSizeBetween(3, 14);
      List<Integer> begun = pages.stream().map(one -> count(one, BEGINNING)).toList();
      List<Integer> ended = pages.stream().map(one -> count(one, END)).toList();
      assertThat(begun.stream().mapToInt(one -> one).sum()).isEqualTo(14);
      if (mutant) {
        assertThat(begun).isNotEqualTo(ended);
      } else {
        assertThat(begun).isEqualTo(ended);
      }
    }
  }

  private static Printed paper(Page page) {
    return new Printed(
        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true)));
  }

  private static List<Locator> visible(Locator all) {
    return all.all().stream().filter(Locator::isVisible).toList();
  }

  private static int count(String page, String words) {
    return page.split(java.util.regex.Pattern.quote(words), -1).length - 1;
  }
}
