package net.sociallook.registry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import net.sociallook.registry.Phone;
import net.sociallook.registry.staff.StaffTab;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where to go: one row, and behind its last word what is needed less often. */
class NavigationIT {
  private static final Phone PHONE = Phone.linkedAt(Pages.registry(), JOBCENTER);
  private static final String ROWS =
      """
      () => new Set([...document.querySelectorAll('.nav a, .nav summary')].filter(one => one.checkVisibility())
        .map(one => Math.round(one.getBoundingClientRect().top))).size
      """;

  @ParameterizedTest
  @CsvSource({
    "PHONE, de, 1",
    "PHONE, de-simple, 1",
    "PHONE, en, 1",
    "PHONE, uk, 1",
    "PHONE, ar, 1",
    "NARROW, de, 2",
    "NARROW, de-simple, 2",
    "NARROW, en, 2",
    "NARROW, uk, 2",
    "NARROW, ar, 2"
  })
  void standsInOneRowOfAPhone(Screen screen, String language, int most) {
    try (Tab tab = Pages.tab(screen, language, PHONE)) {
      tab.open("/");
      assertThat(rows(tab)).isBetween(1, most);
      assertThat(tab.page().locator(".nav [aria-current]")).hasCount(1);
      assertThat(tab.page().locator(".nav a[href='/']")).hasAttribute("aria-current", "page");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void whatIsFoldedIsMarkedWhereItIsShownAndUnfoldsBelow(String language) {
    try (Tab tab = Pages.tab(Screen.PHONE, language, PHONE)) {
      Page page = tab.page();
      tab.open("/blocks");
      Locator more = page.locator(".nav summary");
      Locator blocks = page.locator(".nav a[href='/blocks']");
      assertThat(more).hasAttribute("aria-current", "true");
      assertThat(blocks).isHidden();
      more.click();
      assertThat(blocks).isVisible();
      assertThat(blocks).hasAttribute("aria-current", "page");
      assertThat(page.locator(".nav a")).hasCount(6);
      assertThat(rows(tab)).isEqualTo(2);
      tab.isFine("navigation");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "uk", "ar"})
  void nothingIsFoldedWhereThereIsRoom(String language) {
    try (Tab tab = Pages.tab(Screen.DESKTOP, language, PHONE)) {
      tab.open("/devices");
      assertThat(tab.page().locator(".nav summary")).isHidden();
      assertThat(tab.page().locator(".nav a[href='/devices']")).isVisible();
      assertThat(rows(tab)).isEqualTo(1);
      tab.reach(tab.page().locator(".nav a[href='/devices']"));
      tab.isFine("navigation");
    }
  }

  @Test
  void unfoldsWithTheKeyboardAndWithoutScript() {
    try (Tab tab = Pages.tab(Screen.PHONE, "ar", PHONE)) {
      tab.open("/");
      tab.reach(tab.page().locator(".nav summary"));
      tab.page().keyboard().press("Enter");
      tab.reach(tab.page().locator(".nav a[href='/notices']"));
      tab.page().keyboard().press("Enter");
      assertThat(tab.page()).hasURL(Pages.origin() + "/notices");
    }
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "de")) {
      tab.carry(PHONE.cookie());
      tab.open("/");
      tab.page().locator(".nav summary").press("Enter");
      tab.page().locator(".nav a[href='/devices']").press("Enter");
      assertThat(tab.page()).hasURL(Pages.origin() + "/devices");
    }
  }

  @Test
  void entryIsMarkedOnThePagesBelowItToo() {
    try (Tab tab = Pages.tab(Screen.PHONE, "de", PHONE)) {
      tab.open("/log?own=true");
      assertThat(tab.page().locator(".nav a[href='/log']")).hasAttribute("aria-current", "page");
      tab.open("/blocks/new?kind=everything");
      assertThat(tab.page().locator(".nav a[href='/blocks']")).hasAttribute("aria-current", "true");
      assertThat(tab.page().locator(".nav summary")).hasAttribute("aria-current", "true");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, de, jobcenter-nordhausen, jc-001",
    "PHONE, en, traeger-horizont, th-001",
    "PHONE, de, traeger-horizont, th-001",
    "DESKTOP, de, traeger-horizont, th-001",
    "DESKTOP, en, jobcenter-nordhausen, jc-001"
  })
  void staffHaveOneRowToo(Screen screen, String language, String institution, String person) {
    try (Tab tab = StaffTab.open(institution, screen, language)) {
      Page page = tab.page();
      tab.open("/staff");
      page.locator("#caseworker").selectOption(person);
      page.locator("main form button").click();
      tab.open("/staff/people");
      assertThat(rows(tab)).isEqualTo(1);
      if (screen == Screen.PHONE) {
        assertThat(page.locator(".nav summary")).hasAttribute("aria-current", "true");
        page.locator(".nav summary").click();
      }
      assertThat(page.locator(".nav a[href='/staff/people']")).isVisible();
      tab.isFine("staff-navigation");
    }
  }

  private static int rows(Tab tab) {
    return ((Number) tab.page().evaluate(ROWS)).intValue();
  }
}
