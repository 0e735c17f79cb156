package net.sociallook.registry.page.arrive;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.page.Pages;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArriveIT {
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);
  private static final Office YOUTH = Office.of(Pages.registry(), YOUTH_OFFICE);

  @ParameterizedTest
  @CsvSource({"PHONE, de", "DESKTOP, ar", "PHONE, de-simple"})
  void newClientArrivesWithCodePasskeyAndComparedNumber(Screen screen, String language) {
    Answer invitation = JOB.invite();
    try (Tab tab = Pages.tab(screen, language)) {
      tab.addAuthenticator();
      Page page = tab.page();
      tab.open("/arrive");
      tab.isFine("arrive-code");
      page.locator("#code").fill(spaced(invitation.text("code").toLowerCase()));
      page.locator("main form button").click();

      assertThat(page).hasURL(Pages.origin() + "/arrive/passkey");
      assertThat(page.locator("main")).containsText("Jobcenter Nordhausen");
      tab.isFine("arrive-passkey");
      page.locator("#create button").click();

      assertThat(page).hasURL(Pages.origin() + "/arrive/waiting");
      String path = "/invitations/" + invitation.text("id");
      String code = JOB.get(path).text("matchCode");
      assertThat(code).matches("[0-9]{6}");
      assertThat(page.locator(".code")).hasText(code.substring(0, 3) + " " + code.substring(3));
      tab.isFine("arrive-waiting");

      JOB.endorse(invitation.text("id"));

      assertThat(page).hasURL(Pages.origin() + "/?linked=true");
      assertThat(tab.faults()).isEmpty();
    }
  }

  @Test
  void linkFromAQrCodeCarriesTheCodeWhereNoServerSeesIt() {
    Answer invitation = JOB.invite();
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      tab.open("/arrive#" + invitation.text("code"));
      Page page = tab.page();
      assertThat(page.locator("#code")).hasValue(invitation.text("code"));
      assertThat(page).hasURL(Pages.origin() + "/arrive");
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, de, wrong", "DESKTOP, uk, used", "PHONE, ar, expired"})
  void codeThatDoesNotLeadOnIsExplainedAtTheField(Screen screen, String language, String what) {
    String code =
        switch (what) {
          case "used" -> usedCode();
          case "expired" -> expiredCode();
          default -> "AAAA-BBBB-CCCC";
        };
    try (Tab tab = Tab.withoutScript(Pages.origin(), screen, language)) {
      enter(tab.page(), code);
      assertThat(tab.page().locator("#code")).hasAttribute("aria-invalid", "true");
      assertThat(tab.page().locator("#code"))
          .hasAccessibleDescription(
              tab.page().locator("#code-error").textContent().strip()
                  + " "
                  + tab.page().locator("#code-hint").textContent());
    }
    try (Tab tab = Pages.tab(screen, language)) {
      tab.open("/arrive?trouble=" + (what.equals("wrong") ? "unknown" : what));
      tab.isFine("arrive-code-" + what);
    }
  }

  @Test
  void whoEntersManyWrongCodesIsHeldBackEvenWithARightOne() {
    Answer invitation = JOB.invite();
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      // An address of its own: others arrive at the same registry.
      tab.page().setExtraHTTPHeaders(java.util.Map.of("X-Forwarded-For", "198.51.100.7"));
      for (int i = 0; i < 20; i++) {
        enter(tab.page(), "WRONG" + i);
        assertThat(tab.page()).hasURL(Pages.origin() + "/arrive?trouble=unknown");
      }
      enter(tab.page(), invitation.text("code"));
      assertThat(tab.page()).hasURL(Pages.origin() + "/arrive?trouble=too-many-tries");
      tab.isFine("arrive-too-many-tries");
    }
  }

  @Test
  void whoStopsAtTheFingerprintIsToldThatNothingHappened() {
    Answer invitation = JOB.invite();
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      tab.addAuthenticator().refuse();
      enter(tab.page(), invitation.text("code"));
      tab.page().locator("#create button").click();
      assertThat(tab.page().locator("[data-message=cancelled]")).isVisible();
      tab.isFine("arrive-cancelled");
    }
    assertThat(JOB.get("/invitations/" + invitation.text("id")).text("state")).isEqualTo("open");
  }

  @Test
  void codeThatIsUsedByAnotherMeanwhileIsExplained() {
    Answer invitation = JOB.invite();
    try (Tab tab = Pages.tab(Screen.PHONE, "de")) {
      tab.addAuthenticator();
      enter(tab.page(), invitation.text("code"));
      new Phone(Pages.registry()).accept(invitation.text("code")).is(201);
      tab.page().locator("#create button").click();
      assertThat(tab.page()).hasURL(Pages.origin() + "/arrive?trouble=used");
    }
  }

  @Test
  void knownClientLinksOneMoreWithoutScriptAndASecondTapDoesNothingMore() {
    Phone client = Phone.linkedAt(Pages.registry(), JOBCENTER);
    Answer invitation = YOUTH.invite();
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "de")) {
      tab.carry(client.cookie());
      enter(tab.page(), invitation.text("code"));
      assertThat(tab.page().locator("main")).containsText("Jugendamt Nordhausen");
      Page second = tab.page().context().newPage();
      second.navigate("/arrive/passkey");
      tab.page().locator("main form button").click();
      assertThat(tab.page()).hasURL(Pages.origin() + "/arrive/waiting");
      second.locator("main form button").click();
      assertThat(second).hasURL(Pages.origin() + "/arrive/waiting");
      assertThat(second.locator(".code")).hasCount(1);
    }
    try (Tab tab = Pages.tab(Screen.PHONE, "en", client)) {
      Answer other = Office.of(Pages.registry(), "traeger-horizont").invite();
      enter(tab.page(), other.text("code"));
      tab.isFine("arrive-link");
    }
  }

  @Test
  void institutionThatIsLinkedIsNotLinkedTwice() {
    Phone client = Phone.linkedAt(Pages.registry(), JOBCENTER);
    Answer invitation = JOB.invite();
    try (Tab tab = Pages.tab(Screen.PHONE, "de", client)) {
      enter(tab.page(), invitation.text("code"));
      tab.page().locator("main form button").click();
      assertThat(tab.page()).hasURL(Pages.origin() + "/?already-linked=true");
    }
  }

  @Test
  void pageSaysWhatIsMissingWithoutScript() {
    Answer invitation = JOB.invite();
    try (Tab tab = Tab.withoutScript(Pages.origin(), Screen.PHONE, "de")) {
      enter(tab.page(), invitation.text("code"));
      assertThat(tab.page().locator("noscript .kern-title")).isVisible();
      assertThat(tab.page().locator("#create")).isHidden();
    }
  }

  private static void enter(Page page, String code) {
    page.navigate("/arrive");
    page.locator("#code").fill(code);
    page.locator("main form button").click();
  }

  private static String usedCode() {
    Answer invitation = JOB.invite();
    new Phone(Pages.registry()).accept(invitation.text("code")).is(201);
    return invitation.text("code");
  }

  private static String expiredCode() {
    Answer invitation = JOB.invite();
    int moved =
        Pages.registry()
            .asOwner()
            .sql("update registry.invitation set expires_at = now() where id = cast(:id as uuid)")
            .param("id", invitation.text("id"))
            .update();
    assertThat(moved).isEqualTo(1);
    return invitation.text("code");
  }

  private static String spaced(String code) {
    return code.substring(0, 4) + " " + code.substring(4, 8) + "-" + code.substring(8);
  }
}
