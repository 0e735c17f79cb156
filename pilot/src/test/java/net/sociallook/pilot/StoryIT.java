package net.sociallook.pilot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static net.sociallook.pilot.roster.Roster.JOBCENTER;
import static net.sociallook.pilot.roster.Roster.YOUTH_OFFICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sociallook.pilot.http.Answer;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The whole promise at once: a person, an institution that asks, its gateway, another's files; from
 * the link to "widerrufen". The README's pictures are from here.
 */
@ExtendWith(SharedPilot.class)
class StoryIT {
  private static final String DOCUMENTS = "/fhir/" + YOUTH_OFFICE + "/DocumentReference";
  private static final String GOALS = "/fhir/" + YOUTH_OFFICE + "/Goal";
  private static final String REASON =
      "Damit Sie Ihre Unterlagen nicht noch einmal bringen müssen.";

  private final PilotProcess pilot;

  StoryIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @ParameterizedTest
  @CsvSource({
    "PHONE, de, client-32",
    "DESKTOP, de, client-33",
    "PHONE, ar, client-34",
    "DESKTOP, ar, client-35"
  })
  @Timeout(240)
  void fromTheLinkToTheRefusal(Screen screen, String language, String file) throws Exception {
    Words words = Words.in(language);
    Caller jobcenter = Caller.as(pilot, JOBCENTER, file);
    try (Tab tab = Tab.on(pilot.file().page(), screen, language)) {
      Page page = tab.page();
      tab.addAuthenticator();
      Arrival arrival = new Arrival(pilot, tab, file);
      final String pseudonym = arrival.withPasskey(JOBCENTER);
      final String atYouthOffice = arrival.again(YOUTH_OFFICE);
      signOutAndIn(tab);
      ask(jobcenter, pseudonym, YOUTH_OFFICE, "documents-read", "goals-view", "messages");

      tab.open("/");
      tab.isFine("story-start-asked");
      page.locator(".ask a").click();
      assertThat(page.locator(".said").first()).hasText(REASON);
      assertThat(page.locator("input[name=allow]:checked")).hasCount(0);
      tab.isFine("story-request");
      page.locator("#allow-1\\.documents-read").check();
      page.locator("#allow-2\\.goals-view").check();
      page.locator("button[name=next]").click();
      assertThat(page.locator("h1")).hasText(words.of("signing.check.title"));
      tab.isFine("story-preview");
      picture(tab, screen, language).accept("preview", page.locator("#preview"));
      final List<String> previewed = previewed(page);
      assertRefused(jobcenter, pseudonym);
      page.locator("form[action^='/choices/'] button").click();
      tab.isFine("story-sign");
      page.locator("#sign").click();
      assertThat(page.locator("h1")).hasText(words.of("signing.given.title"));
      tab.isFine("story-given");

      String token = token(jobcenter, pseudonym);
      List<JsonNode> released = released(jobcenter, token);
      assertEquals(previewed, titles(released));
      String first = released.getFirst().path("id").asString();
      Answer binary = jobcenter.get("/fhir/" + YOUTH_OFFICE + "/Binary/" + first + "-1", token);
      assertEquals(200, binary.status());
      assertTrue(binary.body().length > 0, "a file");
      assertEquals(200, jobcenter.get(GOALS, token).status());
      assertEquals(403, jobcenter.get("/fhir/" + YOUTH_OFFICE + "/Communication", token).status());

      tab.open("/log");
      Locator file1 = page.locator("article").filter(has(first)).first();
      assertThat(file1).containsText("Jobcenter Landkreis Nordhausen");
      assertThat(file1).containsText(Pattern.compile("Weber, Anna[,،] Fallmanagement"));
      assertThat(file1).containsText(words.of("log.purpose.coc"));
      assertThat(page.locator("article").nth(0)).containsText(words.of("log.outcome.refused"));
      page.locator("#titles a").click();
      assertThat(file1).containsText(released.getFirst().path("description").asString());
      file1.locator("summary").click();
      tab.isFine("story-log");
      picture(tab, screen, language).accept("log", file1);
      file1.locator("a[href*='/narrowing']").click();
      tab.isFine("story-narrowing");
      row(page, words.of("permission.goals-view")).locator("input[name=keep]").uncheck();
      page.locator("main form button").click();
      assertThat(page.locator("h1")).hasText(words.of("narrowed.done.title"));
      tab.isFine("story-narrowed");
      assertEquals(401, jobcenter.get(DOCUMENTS, token).status());
      String narrower = token(jobcenter, pseudonym);
      assertEquals(previewed, titles(released(jobcenter, narrower)));
      assertEquals(403, jobcenter.get(GOALS, narrower).status());

      ask(Caller.as(pilot, YOUTH_OFFICE, file), atYouthOffice, JOBCENTER, "appointments-arrange");
      tab.open("/");
      tab.isFine("story-start");
      picture(tab, screen, language).accept("start", page.locator("header").first());
      page.locator("article a[href^='/withdraw/']").click();
      tab.isFine("story-withdraw");
      page.locator("main form button").click();
      assertThat(page.locator("h1")).hasText(words.of("withdraw.done.title"));
      // The page has said so; nothing passes any more, and it has already been so.
      assertEquals(401, jobcenter.get(DOCUMENTS, narrower).status());
      assertThat(page.locator(".kern-alert")).containsText(words.filled("withdraw.done.seconds"));
      tab.isFine("story-withdrawn");
      assertRefused(jobcenter, pseudonym);
      tab.open("/log?decision=refused");
      assertThat(page.locator("article").first())
          .containsText(words.of("log.reason.grant-withdrawn"));
      tab.open("/");
      assertThat(page.locator("article a[href^='/withdraw/']")).hasCount(0);
    }
  }

  /** Of one of the runs, for the README: {@code ./sociallook pictures}. */
  private static BiConsumer<String, Locator> picture(Tab tab, Screen screen, String language) {
    return screen == Screen.PHONE && language.equals("de") ? tab::picture : (name, top) -> {};
  }

  private static void signOutAndIn(Tab tab) {
    tab.page().locator("header form[action='/sign-out'] button").click();
    tab.page().waitForURL("**/signed-out");
    tab.open("/sign-in");
    tab.isFine("story-sign-in");
    tab.page().locator("#sign-in button").click();
    assertThat(tab.page().locator("header form[action='/sign-out']")).hasCount(1);
  }

  private static void ask(Caller by, String pseudonym, String holder, String... permissions) {
    String end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(90, ChronoUnit.DAYS).toString();
    List<Map<String, String>> provisions =
        Stream.of(permissions)
            .map(permission ->
                Map.of(
                    "permission", permission,
                    "holder", holder,
                    "purpose", "COC",
                    "validUntil", end,
                    "maxConfidentiality", "N"))
            .toList();
    by.ask(
            Map.of(
                "patient", pseudonym,
                "requester", by.requester(),
                "provisions", provisions,
                "reason", REASON))
        .orRefusal("request");
  }

  /** The titles of the documents that the preview lists. */
  private static List<String> previewed(Page page) {
    Locator documents = page.locator("[data-kind=document-reference][data-state=answered]");
    assertThat(documents).hasCount(1);
    List<String> titles = documents.locator("ul li bdi:first-child").allTextContents();
    assertThat(documents.locator("strong span").nth(1)).hasText(Integer.toString(titles.size()));
    assertFalse(titles.isEmpty(), "documents");
    // Names stand in characters that isolate their direction.
    return titles.stream().map(one -> one.replaceAll("[\\u2066-\\u2069]", "")).sorted().toList();
  }

  private static String token(Caller caller, String pseudonym) {
    return caller
        .askForToken(pseudonym, YOUTH_OFFICE)
        .orRefusal("token")
        .json()
        .path("access_token")
        .asString();
  }

  private static void assertRefused(Caller caller, String pseudonym) {
    assertEquals(400, caller.askForToken(pseudonym, YOUTH_OFFICE).status());
  }

  private static List<JsonNode> released(Caller caller, String token) {
    // A busy machine can cost a gateway its lease for a moment: 503.
    Eventually.within(
        Duration.ofSeconds(20),
        "an answer of the gateway",
        () -> caller.status(DOCUMENTS, token) == 200);
    return caller.get(DOCUMENTS + "?_count=100", token).json().path("entry").values().stream()
        .map(entry -> entry.path("resource"))
        .toList();
  }

  private static List<String> titles(List<JsonNode> documents) {
    return documents.stream().map(one -> one.path("description").asString()).sorted().toList();
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator row(Page page, String text) {
    return page.locator(".kern-form-check").filter(has(text));
  }
}
