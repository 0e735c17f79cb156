package net.sociallook.registry.staff;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.List;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.print.Printed;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;

/** The sheet of an invitation on paper, made on a computer that shows everything dark. */
class SheetPaperIT {
  private static final String POINTS = "one => parseFloat(getComputedStyle(one).fontSize) * 0.75";
  private static final double LARGE = 14;
  private static final double LARGEST = 24;

  @Test
  void sheetIsOnePageInLargePrintInEveryLanguage() {
    try (Tab tab = StaffTab.open(JOBCENTER, Screen.DESKTOP, "de")) {
      Page page = tab.page();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      tab.open("/staff/sign-in");
      page.locator("#caseworker").selectOption("jc-001");
      page.locator("main form button").click();
      page.locator("#localId").fill("BG-PAPER-1");
      page.locator("form:has(#localId) button").click();
      for (PageLanguage language : PageLanguage.values()) {
        page.locator("#language").selectOption(language.tag());
        page.locator("main form button").click();
        page.locator("section[lang=" + language.tag() + "]").first().waitFor();
        String code = page.locator(".code").textContent();
        Printed sheet =
            new Printed(
                    page.pdf(
                        new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true)))
                .draw("sheet-" + language.tag());
        assertThat(sheet.pages()).as(language.tag()).isEqualTo(1);
        assertThat(sheet.codes())
            .containsExactly(Pages.origin() + "/arrive#" + code.replace(" ", ""));
        assertThat(sheet.words())
            .contains("Jobcenter Nordhausen", code, Pages.origin() + "/arrive")
            .doesNotContain("Einladungen", "Sprache ändern", "Abmelden");
        assertThat(sheet.ink()).isBetween(0.01, 0.3);
        for (Locator section : page.locator(".sheet section:not([lang=ar])").all()) {
          assertThat(sheet.words())
              .contains(
                  section.locator("li, p").allTextContents().stream()
                      .map(Printed::joined)
                      .toList());
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(points(page.locator(".sheet :is(p, li)"))).allMatch(size -> size >= LARGE);
        assertThat(points(page.locator(".sheet .code"))).allMatch(size -> size >= LARGEST);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
      }
    }
  }

  private static List<Double> points(Locator texts) {
    return texts.all().stream()
        .map(text -> ((Number) text.evaluate(POINTS)).doubleValue())
        .toList();
  }
}
