package net.sociallook.registry.page.start;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.giving.Asked;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartPageIT {
  private static final Office JOB = Office.of(Pages.registry(), JOBCENTER);

  private final Phone phone = new Phone(Pages.registry());

  @ParameterizedTest
  @CsvSource({"PHONE, de", "DESKTOP, de", "PHONE, ar", "PHONE, de-simple", "PHONE, uk"})
  void whoMayDoWhatStandsOnOneCardForEachInstitution(Screen screen, String language) {
    String pseudonym = phone.linkTo(JOB);
    phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
    phone.grant(JOBCENTER, List.of(until("appointments-arrange"), onlyPerson("goals-view")));
    ask(pseudonym);
    refuse(pseudonym);
    phone.accept(Office.of(Pages.registry(), PROVIDER).invite().text("code")).is(201);
    try (Tab tab = Pages.tab(screen, language, phone)) {
      tab.open("/");
      Page page = tab.page();
      Locator cards = page.locator("article");
      assertThat(cards).hasCount(2);
      assertThat(cards.nth(0).locator("h3")).hasText("Jobcenter Nordhausen");
      assertThat(cards.nth(0).locator(".may li")).hasCount(2);
      assertThat(page.locator(".ask a"))
          .hasAttribute("href", java.util.regex.Pattern.compile("/requests/[0-9a-f-]{36}"));
      assertThat(page.locator("a[href='/arrive/waiting']")).hasCount(1);
      assertThat(page.locator("#news + ul li")).hasCount(1);
      if (language.equals("de")) {
        assertThat(cards.nth(0)).containsText("Termine ausmachen");
        assertThat(cards.nth(0)).containsText("Bis 31. August 2027.");
        assertThat(cards.nth(0)).containsText("Nur diese Person: Weber, Anna, Fallmanagerin.");
        assertThat(cards.nth(1)).containsText("Darf zurzeit nichts.");
        assertThat(page.locator("#news + ul li")).containsText("1 Versuch wurde abgelehnt.");
      }
      tab.isFine("start-granted");
    }
  }

  @ParameterizedTest
  @CsvSource({"de", "ar"})
  void cardOfARequestListsWhatIsStillOpenAndSaysWhatWasAllowed(String language) {
    String pseudonym = phone.linkTo(JOB);
    phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
    String id = Asked.ask(JOB, pseudonym, Asked.REASON, "documents-read", "messages", "goals-view");
    phone.grant(JOBCENTER, List.of(whole("messages"), provision("goals-view", YOUTH_OFFICE)));
    try (Tab tab = Pages.tab(Screen.PHONE, language, phone)) {
      Page page = tab.page();
      tab.open("/");
      assertThat(page.locator(".ask ul").first().locator("li")).hasCount(2);
      assertThat(page.locator(".ask ul").last().locator("li")).hasCount(2);
      if (language.equals("de")) {
        assertThat(page.locator(".ask ul").first())
            .hasText(
                Pattern.compile("Dokumente nur lesen\\s+Ihre Ziele ansehen \\(mehr als bisher\\)"));
        assertThat(page.locator(".ask ul").last())
            .hasText(Pattern.compile("Nachrichten .+\\s+Ihre Ziele ansehen"));
      }
      tab.isFine("start-partly-allowed");
      tab.open("/requests/" + id);
      assertThat(page.locator(".terms").first().locator("li")).hasCount(2);
      assertThat(page.locator("#allowed li")).hasCount(2);
      tab.isFine("request-partly-allowed");
      phone.grant(
          JOBCENTER, List.of(whole("messages"), whole("goals-view"), whole("documents-read")));
      tab.open("/");
      assertThat(page.locator(".ask")).hasCount(0);
    }
  }

  @Test
  void newsStayForTheVisitAndAreOverAtTheNext() {
    String pseudonym = phone.linkTo(JOB);
    refuse(pseudonym);
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      tab.open("/");
      tab.open("/");
      assertThat(tab.page().locator("#news")).hasCount(1);
      phone.signIn().is(201);
      tab.carry(phone.cookie());
      tab.open("/");
      assertThat(tab.page().locator("#news")).hasCount(0);
    }
  }

  @Test
  void nothingGrantedReadsAsAFriendlyTrueSentence() {
    phone.linkTo(JOB);
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      tab.open("/?linked=true");
      assertThat(tab.page().locator(".lead"))
          .containsText("Zurzeit haben Sie hier niemandem etwas erlaubt.");
      tab.isFine("start-nothing");
    }
  }

  @Test
  void cardSaysWhatABlockLeaves() {
    phone.linkTo(JOB);
    phone.linkTo(Office.of(Pages.registry(), YOUTH_OFFICE));
    phone.grant(JOBCENTER, List.of(until("appointments-arrange")));
    phone.post("/api/blocks", Map.of("kind", "person", "caseworker", "jc-002")).is(200);
    phone.post("/api/blocks", Map.of("kind", "institution", "institution", YOUTH_OFFICE)).is(200);
    try (Tab tab = Pages.tab(Screen.PHONE, "de", phone)) {
      tab.open("/");
      Locator cards = tab.page().locator("article");
      assertThat(cards.nth(0)).containsText("Diese Stelle haben Sie gesperrt");
      assertThat(cards.nth(0).locator(".kern-badge")).hasCount(0);
      assertThat(cards.nth(1).locator(".kern-badge")).hasText("Gesperrt");
      assertThat(tab.page().locator("main a[href='/blocks']")).hasCount(1);
      tab.isFine("start-partly-blocked");

      phone.post("/api/blocks", Map.of("kind", "everything")).is(200);
      tab.open("/");
      assertThat(tab.page().locator("main .kern-alert--warning")).isVisible();
      assertThat(cards.nth(0)).containsText("Darf zurzeit nichts, weil Sie es gesperrt haben.");
      tab.isFine("start-blocked");
    }
  }

  @Test
  void withoutASessionThePageTellsWhatItIsFor() {
    try (Tab tab = Pages.tab(Screen.DESKTOP, "de")) {
      tab.open("/");
      assertThat(tab.page().locator("main a[href='/arrive']")).isVisible();
      assertThat(tab.page().locator("main a[href='/sign-in']")).isVisible();
    }
  }

  private static Map<String, String> until(String permission) {
    Map<String, String> provision = provision(permission, YOUTH_OFFICE);
    provision.put("validUntil", "2027-08-31T22:00:00Z");
    return provision;
  }

  /** All that {@link Asked} asks for. */
  private static Map<String, String> whole(String permission) {
    Map<String, String> provision = provision(permission, YOUTH_OFFICE);
    provision.put("maxConfidentiality", "R");
    return provision;
  }

  private static Map<String, String> onlyPerson(String permission) {
    Map<String, String> provision = provision(permission, YOUTH_OFFICE);
    provision.put("caseworker", "jc-001");
    return provision;
  }

  private static void ask(String pseudonym) {
    Map<String, String> asked = provision("documents-read", YOUTH_OFFICE);
    asked.remove("validFrom");
    asked.put(
        "validUntil",
        Instant.now().plus(90, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
    JOB.post(
            "/consent-requests",
            Map.of(
                "patient",
                pseudonym,
                "requester",
                "jc-001",
                "provisions",
                List.of(asked),
                "reason",
                "Damit Sie Ihre Unterlagen nicht noch einmal bringen müssen."))
        .is(201);
  }

  private static void refuse(String pseudonym) {
    Pages.registry()
        .bean(Ledger.class)
        .append(
            new TokenRefused(
                JOBCENTER,
                "jc-002",
                pseudonym,
                YOUTH_OFFICE,
                "COC",
                List.of("documents-read"),
                "no-grant"));
  }
}
