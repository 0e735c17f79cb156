package net.sociallook.registry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.giving.Asked;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything but the passkey is done with plain forms; where it is needed, that is said. By
 * keyboard: whether something has come to rest under a mouse, the browser tells by script.
 */
class WithoutScriptIT {
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void strangerReadsChoosesALanguageAndComesUpToThePasskey(String language) {
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, language)) {
      Page page = tab.page();
      for (String path : List.of("/", "/help", "/privacy", "/accessibility", "/signed-out")) {
        assertThat(tab.open(path)).isEqualTo(200);
        assertThat(page.locator("h1")).isVisible();
      }
      tab.open("/help");
      page.locator("summary").press("Enter");
      page.locator("button[value=en]").press("Enter");
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      tab.open("/sign-in");
      assertScriptIsAskedFor(page, "#sign-in");
      tab.open("/arrive");
      page.locator("#code").fill("AAAABBBBCCCC");
      page.locator("main form button").press("Enter");
      assertThat(page.locator("#code-error")).isVisible();
      page.locator("#code").fill(JOB.invite().text("code"));
      page.locator("main form button").press("Enter");
      assertScriptIsAskedFor(page, "#create");
    }
  }

  @Test
  void clientLooksDecidesAndTakesBack() throws Exception {
    Phone phone = new Phone(Pages.registry());
    String pseudonym = phone.linkTo(JOB);
    phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
    phone.grant(
        JOBCENTER,
        List.of(provision("documents-read", YOUTH_OFFICE), provision("goals-view", YOUTH_OFFICE)));
    Asked.ask(JOB, pseudonym, Asked.REASON, "messages");
    Looks looks = new Looks(Pages.registry());
    looks.seen(pseudonym);
    looks.denied(pseudonym, "no-grant");
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "de")) {
      tab.carry(phone.cookie());
      Page page = tab.page();
      givesUpToThePasskey(tab);
      readsTheLog(tab);
      asks(page);
      allowsLess(page);
      blocks(tab);
      tab.open("/own");
      assertThat(page.locator("h1")).isVisible();
      tab.open("/grants/new?recipient=" + JOBCENTER);
      assertThat(page.locator("input[name=allow]").first()).isVisible();
      page.locator("header form[action='/sign-out'] button").press("Enter");
      assertThat(page).hasURL(Pages.origin() + "/signed-out");
    }
  }

  private static void givesUpToThePasskey(Tab tab) {
    Page page = tab.page();
    tab.open("/");
    page.locator(".ask a").press("Enter");
    page.locator("button[value=together]").press("Enter");
    assertThat(page.locator("input[name=allow]").first()).isChecked();
    page.locator("button[name=next]").press("Enter");
    assertThat(page.locator("#preview")).isVisible();
    page.locator("form[action^='/choices/'] button").press("Enter");
    assertThat(page.locator(".signed-text")).isVisible();
    assertScriptIsAskedFor(page, "#sign");
  }

  private static void readsTheLog(Tab tab) {
    Page page = tab.page();
    tab.open("/");
    page.locator(".nav a[href='/log']").press("Enter");
    assertThat(page.locator("article")).hasCount(2);
    page.locator(".filter summary").press("Enter");
    page.locator("#decision").selectOption("refused");
    page.locator("#month")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    page.locator(".filter button").press("Enter");
    assertThat(page.locator("article")).hasCount(1);
    page.locator(".filter a").press("Enter");
    assertThat(page.locator("article")).hasCount(2);
    Download table =
        page.waitForDownload(() -> page.locator("a[href^='/log/log.csv']").press("Enter"));
    assertThat(table.failure()).isNull();
  }

  private static void asks(Page page) {
    line(page).locator("summary").press("Enter");
    line(page).locator("a[href$='/question']").press("Enter");
    page.locator("#text").fill("Warum?");
    page.locator("main form button").press("Enter");
    assertThat(page.locator(".asked")).containsText("Warum?");
  }

  private static void allowsLess(Page page) {
    page.navigate("/log");
    line(page).locator("summary").press("Enter");
    line(page).locator("a[href*='/narrowing']").press("Enter");
    page.locator("#keep-1").press("Space");
    page.locator("main form button").press("Enter");
    assertThat(page.locator(".kern-alert--success")).isVisible();
    assertThat(page.locator(".may li")).hasCount(1);
    page.locator("a[href^='/grants/']").press("Enter");
    page.locator("a[href^='/withdraw/']").press("Enter");
    page.locator("main form button").press("Enter");
    assertThat(page.locator("h1")).hasText("Widerrufen");
  }

  private static void blocks(Tab tab) {
    Page page = tab.page();
    tab.open("/blocks");
    page.locator("#caseworker").selectOption("jc-001");
    page.locator("form:has(#caseworker) button").press("Enter");
    page.locator("main form button").press("Enter");
    assertThat(page.locator(".kern-alert--success")).isVisible();
    page.locator("main a[href='/blocks']").press("Enter");
    page.locator("article a[href$='/removal']").press("Enter");
    assertScriptIsAskedFor(page, "#removal");
  }

  /** The line about what was seen, which is the older one. */
  private static Locator line(Page page) {
    return page.locator("article").last();
  }

  private static void assertScriptIsAskedFor(Page page, String needsIt) {
    assertThat(page.locator("noscript .kern-title")).isVisible();
    assertThat(page.locator(needsIt)).isHidden();
  }
}
