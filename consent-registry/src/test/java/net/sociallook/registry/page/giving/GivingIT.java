package net.sociallook.registry.page.giving;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.TestDirectory;
import net.sociallook.registry.page.Pages;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From what is asked to what is given, in a browser with a passkey. */
class GivingIT {
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);
  private static final Office YOUTH = Office.of(Pages.registry(), YOUTH_OFFICE);

  @Test
  void clientReadsARequestAllowsPartOfItAndSigns() {
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      tab.addAuthenticator();
      Page page = tab.page();
      String request = asked(tab, "documents-read", "goals-agree", "messages");
      tab.open("/requests/" + request);
      tab.isFine("request");
      page.getByText("Alles ganz genau").click();
      tab.isFine("request-law");
      page.locator("button[value=read-along]").click();
      assertThat(page.locator("#allow-1\\.documents-read")).isChecked();
      assertThat(page.locator("#allow-3\\.messages")).not().isChecked();
      tab.isFine("request-preset");
      page.locator("#allow-2\\.goals-view").uncheck();
      page.locator("button[name=next]").click();
      assertThat(page.locator("h1")).hasText("Stimmt das so?");
      tab.isFine("check");
      page.locator("main form button").click();
      assertThat(page.locator(".signed-text")).containsText("Darf Dokumente nur lesen.");
      tab.isFine("sign");
      page.locator("#sign").click();
      assertThat(page.locator("h1")).hasText("Sie haben unterschrieben");
      tab.isFine("given");
      assertThat(JOB.get("/consent-requests/" + request).text("state")).isEqualTo("open");
      page.goBack();
      assertThat(page.locator("h1")).hasText("Sie haben unterschrieben");
    }
  }

  @Test
  void whoStopsAtThePasskeyHasGivenNothingAndCanGoOn() {
    try (Tab tab = Pages.tab(Screen.PHONE, "ar")) {
      Tab.Authenticator authenticator = tab.addAuthenticator();
      Page page = tab.page();
      tab.open("/requests/" + asked(tab, "messages"));
      tab.isFine("request");
      page.locator("input[name=allow]").first().check();
      page.locator("button[name=next]").click();
      tab.isFine("check");
      page.locator("main form button").click();
      authenticator.refuse();
      page.locator("#sign").click();
      assertThat(page.locator("[data-message=cancelled]")).isVisible();
      tab.isFine("sign-cancelled");
      assertThat(page.locator("#sign")).isEnabled();
    }
  }

  @Test
  void whoGetsNoAnswerToTheSignatureLooksAndSeesWhatIsTrue() {
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      tab.addAuthenticator();
      Page page = tab.page();
      tab.open("/requests/" + asked(tab, "messages"));
      page.locator("input[name=allow]").first().check();
      page.locator("button[name=next]").click();
      page.locator("main form button").click();
      // The signature arrives; its answer is lost, as when the registry is restarted.
      page.route(
          "**/api/grants",
          route -> {
            route.fetch();
            route.abort();
          });
      page.locator("#sign").click();
      assertThat(page.locator("[data-message=failed]")).isVisible();
      assertThat(page.locator("#sign")).isHidden();
      tab.isFine("sign-unsure");
      page.locator("#look").click();
      assertThat(page.locator("h1")).hasText("Sie haben unterschrieben");
    }
  }

  @Test
  void withoutScriptEverythingUpToThePasskeyWorks() {
    Asked asked = Asked.about(Pages.registry(), "messages");
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "de")) {
      tab.carry(asked.phone().cookie());
      Page page = tab.page();
      tab.open(asked.path());
      page.locator("button[value=together]").press("Enter");
      page.locator("button[name=next]").press("Enter");
      page.locator("form[action^='/choices/'] button").press("Enter");
      assertThat(page.locator(".signed-text")).isVisible();
      assertThat(page.locator("#sign")).isHidden();
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, uk", "PHONE, de-simple", "DESKTOP, en", "NARROW, de"})
  void requestIsFineInEveryLanguage(Screen screen, String language) {
    Asked asked = Asked.about(Pages.registry(), "documents-read", "notify-at-once");
    try (Tab tab = Pages.tab(screen, language, asked.phone())) {
      tab.open(asked.path());
      tab.isFine("request-" + screen.name().toLowerCase(java.util.Locale.ROOT));
      tab.open("/grants/new?recipient=" + JOBCENTER);
      tab.isFine("new-" + screen.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, de", "PHONE, ar"})
  void placesAreChosenWhereThereAreSeveral(Screen screen, String language) {
    Phone phone = Phone.linkedAt(Pages.registry(), JOBCENTER, YOUTH_OFFICE, TestDirectory.PROVIDER);
    try (Tab tab = Pages.tab(screen, language, phone)) {
      tab.open("/grants/new");
      tab.isFine("places");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void whatWasForgottenIsSaidAtTheTop(String language) {
    Asked asked = Asked.about(Pages.registry(), "documents-read");
    try (Tab tab = Pages.tab(Screen.PHONE, language, asked.phone())) {
      tab.open(asked.path());
      tab.page().locator("button[name=next]").click();
      assertThat(tab.page().locator(".kern-alert--danger")).isVisible();
      tab.isFine("request-trouble");
      tab.open(asked.path());
      Page page = tab.page();
      page.locator("#allow-1\\.documents-read").check();
      page.locator("#until").evaluate("one => { one.required = false; one.value = ''; }");
      page.locator("button[name=next]").click();
      assertThat(page.locator("#until")).hasAttribute("aria-describedby", "until-error until-hint");
      tab.isFine("request-no-day");
      tab.page().locator("form[action$='/decline'] button").click();
      assertThat(tab.page().locator(".kern-alert--info")).isVisible();
      tab.isFine("request-declined");
      tab.open("/choices/00000000-0000-4000-8000-000000000000");
      tab.isFine("choice-gone");
    }
  }

  /** Whoever sits there arrives at both institutions; the Jobcenter asks. */
  private static String asked(Tab tab, String... permissions) {
    Page page = tab.page();
    Answer first = JOB.invite();
    tab.open("/arrive");
    page.locator("#code").fill(first.text("code"));
    page.locator("main form button").click();
    page.locator("#create button").click();
    assertThat(page).hasURL(Pages.origin() + "/arrive/waiting");
    String pseudonym = JOB.endorse(first.text("id"));
    Answer second = YOUTH.invite();
    APIResponse accepted =
        page.request()
            .post(
                Pages.origin() + "/api/invitations/acceptance",
                RequestOptions.create()
                    .setHeader("Origin", Pages.origin().toString())
                    .setData(Map.of("code", second.text("code"))));
    assertThat(accepted.status()).isEqualTo(201);
    YOUTH.endorse(second.text("id"));
    return Asked.ask(JOB, pseudonym, Asked.REASON, permissions);
  }
}
