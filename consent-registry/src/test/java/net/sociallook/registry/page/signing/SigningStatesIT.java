package net.sociallook.registry.page.signing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.giving.Asked;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees when something comes between her and her signature. */
class SigningStatesIT {
  private final Asked asked = Asked.about(Pages.registry(), "documents-read", "messages");

  @ParameterizedTest
  @CsvSource({"PHONE, de", "PHONE, ar", "PHONE, uk"})
  void wordsThatAreOverAreSaidAndCanBeHadAnew(Screen screen, String language) {
    try (Tab tab = tab(screen, language)) {
      Page page = tab.page();
      words(page);
      Pages.registry()
          .asOwner()
          .sql(
              "update registry.proposal set expires_at = now() - interval '1 second' where client ="
                  + " (select client from registry.consent_request where id = :id)")
          .param("id", UUID.fromString(asked.id()))
          .update();
      page.locator("#sign").click();
      assertThat(page.locator("[data-message=ended]")).isVisible();
      assertThat(page.locator("#look")).isFocused();
      tab.isFine("sign-expired");
      page.keyboard().press("Enter");
      page.locator("main a[href^='/choices/']").waitFor();
      tab.isFine("sign-ended");
      assertThat(grants()).isZero();
      page.locator("main a[href^='/choices/']").click();
      page.locator("form[action^='/choices/'] button").click();
      sign(page);
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, de", "DESKTOP, ar"})
  void whatWasGivenInAnotherTabMeanwhileIsTold(Screen screen, String language) {
    try (Tab tab = tab(screen, language)) {
      Page page = tab.page();
      words(page);
      asked.phone().grant(JOBCENTER, List.of(provision("goals-view", YOUTH_OFFICE)));
      page.locator("#sign").click();
      assertThat(page.locator("[data-message=changed]")).isVisible();
      assertThat(page.locator("#again")).isFocused();
      tab.isFine("sign-changed");
      page.keyboard().press("Enter");
      page.locator("form[action^='/choices/'] button").click();
      sign(page);
      assertThat(asked.phone().get("/api/grants").json().at("/grants/0/provisions")).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, de", "PHONE, ar"})
  void whoIsSignedOutSignsInAndSignsTheSameWords(Screen screen, String language) {
    try (Tab tab = tab(screen, language)) {
      Page page = tab.page();
      words(page);
      asked.phone().delete("/api/session");
      page.locator("#sign").click();
      assertThat(page.locator("[data-message=session]")).isVisible();
      assertThat(page.locator("#sign-in")).isFocused();
      tab.isFine("sign-session-lost");
      page.keyboard().press("Enter");
      page.locator("#sign-in button").click();
      page.waitForURL("**/choices/*/sign");
      sign(page);
    }
  }

  @Test
  void ofTwoTabsWithTheSameWordsOneGivesAndTheOtherFindsThatItIsGiven() {
    try (Tab tab = tab(Screen.PHONE, "de")) {
      Page page = tab.page();
      words(page);
      String first = proposal(page);
      Page other = page.context().newPage();
      other.navigate(page.url());
      assertThat(proposal(other)).isEqualTo(first);
      sign(page);
      other.reload();
      assertThat(other).hasURL(page.url());
      page.goBack();
      assertThat(page.locator("#sign")).hasCount(0);
      assertThat(asked.phone().get("/api/grants").json().at("/grants/0/version").asInt()).isOne();
    }
  }

  /** Nothing hangs on the phone's clock. */
  @ParameterizedTest
  @ValueSource(longs = {-1440, -10, 10, 1440})
  void phoneWithAWrongClockSignsInAndSigns(long minutes) {
    Instant wrong = Instant.now().plus(Duration.ofMinutes(minutes));
    try (Tab tab = tab(Screen.PHONE, "de")) {
      Page page = tab.page();
      page.clock().install(new Clock.InstallOptions().setTime(wrong.toEpochMilli()));
      asked.phone().delete("/api/session");
      tab.open(asked.path());
      assertThat((String) page.evaluate("() => new Date().toISOString()"))
          .startsWith(wrong.toString().substring(0, 13));
      page.locator("#sign-in button").click();
      page.waitForURL("**" + asked.path());
      words(page);
      sign(page);
      tab.open("/");
      assertThat(page.locator("article a[href^='/withdraw/']")).hasCount(1);
    }
  }

  private Tab tab(Screen screen, String language) {
    Tab tab = Pages.tab(screen, language, asked.phone());
    tab.addAuthenticator(asked.phone().passkey());
    return tab;
  }

  /** From what is asked to the words. */
  private void words(Page page) {
    page.navigate(asked.path());
    page.locator("#allow-1\\.documents-read").check();
    page.locator("button[name=next]").click();
    page.locator("form[action^='/choices/'] button").click();
    page.locator("#sign").waitFor();
  }

  private static void sign(Page page) {
    page.locator("#sign").click();
    page.waitForURL("**/given");
  }

  private static String proposal(Page page) {
    return page.locator("#sign").getAttribute("data-proposal");
  }

  private int grants() {
    return asked.phone().get("/api/grants").json().path("grants").size();
  }
}
