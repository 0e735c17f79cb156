package net.sociallook.registry.page.log;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.registry.page.Rows;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.own.OwnWorld;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log's numbers are called: asked for when the client wants it, and never kept. */
class TitlesIT {
  private static final OwnWorld WORLD = OwnWorld.shared();
  private static final String SECRET = "Ablehnungsbescheid <b>Umzug</b> 4711";

  private final Phone phone = new Phone(WORLD.registry());
  private final Visitor visitor = new Visitor(WORLD.registry(), phone);
  private final Looks looks = new Looks(WORLD.registry());
  private String pseudonym;

  @BeforeEach
  void link() {
    pseudonym = phone.linkTo(Office.of(WORLD.registry(), JOBCENTER));
    phone.linkTo(Office.of(WORLD.registry(), YOUTH_OFFICE));
    phone.signIn().is(201);
    WORLD.gateway().behave(asked -> GatewayStandIn.json(200, document(SECRET)));
  }

  @Test
  void listAsksNobodyUntilTheClientWantsTitles() throws Exception {
    looks.seen(pseudonym);
    assertThat(visitor.open("/log").body()).contains("Titel anzeigen").doesNotContain("Umzug");
    assertThat(WORLD.gateway().asked).isEmpty();

    assertThat(visitor.open("/log?titles=true").body())
        .contains("Ablehnungsbescheid &lt;b&gt;Umzug&lt;/b&gt; 4711", "Wir speichern sie nicht")
        .doesNotContain("<b>Umzug", "Titel anzeigen");
    assertThat(WORLD.gateway().asked).hasSize(1);
    assertThat(WORLD.gateway().asked.getFirst().target())
        .isEqualTo("/fhir/" + YOUTH_OFFICE + "/DocumentReference/akte-17-3");
  }

  @Test
  void openedLineTellsTheTitleAndTheNextAnswerKnowsNothingOfIt() throws Exception {
    String id = looks.seen(pseudonym);
    assertThat(visitor.open("/log/" + id).body()).contains("4711");
    WORLD.gateway().behave(asked -> GatewayStandIn.json(504, "{}"));
    assertThat(visitor.open("/log/" + id).body())
        .contains("akte-17-3", "Die Stelle antwortet gerade nicht")
        .doesNotContain("4711", "Wir speichern sie nicht");
  }

  @Test
  void titleIsInNoTableAndInNoCache() throws Exception {
    String id = looks.seen(pseudonym);
    visitor.open("/log?titles=true");
    assertThat(visitor.open("/log/" + id).body()).contains("4711");
    assertThat(
            WORLD.page(phone, "/log?titles=true").headers().firstValue("Cache-Control").orElse(""))
        .isEqualTo("no-store");
    assertThat(Rows.tablesThatHold(WORLD.registry(), "Ablehnungsbescheid")).isEmpty();
    assertThat(Rows.tablesThatHold(WORLD.registry(), "akte-17-3")).isNotEmpty();
  }

  @Test
  void oneHolderIsAskedOnceForSeveralThings() throws Exception {
    looks.seen(pseudonym, "DocumentReference", "akte-1", "akte-2", "akte-3");
    WORLD
        .gateway()
        .behave(asked ->
            OwnWorld.found(
                document("Erster").replace("akte-17-3", "akte-1"),
                document("Zweiter").replace("akte-17-3", "akte-2")));
    assertThat(visitor.open("/log?titles=true").body())
        .contains("Erster", "Zweiter", "Das gibt es dort nicht mehr");
    assertThat(WORLD.gateway().asked).hasSize(1);
  }

  @Test
  void fileIsCalledByTheTitleOfItsDocumentAndNeverADocumentItself() throws Exception {
    String id = looks.seen(pseudonym, "Binary", "akte-17-3-1");
    assertThat(words(visitor.open("/log").body())).contains("Datei zu einem Dokument akte-17-3-1");
    assertThat(words(visitor.open("/log/" + id).body()))
        .contains("Datei zum Dokument : Ablehnungsbescheid")
        .contains("akte-17-3-1");
    assertThat(WORLD.gateway().asked.getLast().target())
        .isEqualTo("/fhir/" + YOUTH_OFFICE + "/DocumentReference/akte-17-3");
    WORLD.gateway().behave(asked -> GatewayStandIn.json(504, "{}"));
    assertThat(words(visitor.open("/log/" + id).body()))
        .contains("Datei zu einem Dokument akte-17-3-1 : Die Stelle antwortet gerade nicht")
        .contains(
            "/blocks/new?kind=document&amp;holder=" + YOUTH_OFFICE + "&amp;document=akte-17-3\"");
  }

  @Test
  void fileOfNoDocumentIsAskedOfNobody() throws Exception {
    String id = looks.seen(pseudonym, "Binary", "scan");
    assertThat(words(visitor.open("/log/" + id).body())).contains("Datei zu einem Dokument scan");
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @Test
  void whatIsGoneIsSaid() throws Exception {
    WORLD.gateway().behave(asked -> GatewayStandIn.json(404, "{}"));
    String id = looks.seen(pseudonym);
    assertThat(visitor.open("/log/" + id).body()).contains("Das gibt es dort nicht mehr");
    WORLD.gateway().behave(asked -> GatewayStandIn.notKept());
    assertThat(visitor.open("/log/" + id).body()).contains("Das gibt es dort nicht mehr");
  }

  @Test
  void everyKindHasWordsOfItsOwn() throws Exception {
    WORLD
        .gateway()
        .behave(asked ->
            GatewayStandIn.json(
                200,
                asked.target().contains("/Appointment")
                    ? OwnWorld.appointment("Beratung", "2026-03-01T09:00:00Z", "booked")
                    : asked.target().contains("/Goal")
                        ? OwnWorld.goal("Ausbildung finden", "2026-01-01")
                        : OwnWorld.message("Ihr Antrag", "x".repeat(4_000))));
    looks.seen(pseudonym, "Appointment", "t-1");
    looks.seen(pseudonym, "Goal", "z-1");
    looks.seen(pseudonym, "Communication", "n-1");
    looks.seen(pseudonym, "Patient", "0123456789abcdef0123456789abcdef");
    assertThat(visitor.open("/log?titles=true").body())
        .contains("Beratung", "1. März 2026", "Ausbildung finden", "Ihr Antrag")
        .doesNotContain("xxxx");
    assertThat(WORLD.gateway().asked).hasSize(3);
  }

  @Test
  void sessionThatNobodySignedInToIsAskedToSignInAndAsksNobody() throws Exception {
    Phone other = new Phone(WORLD.registry());
    String there = other.linkTo(Office.of(WORLD.registry(), JOBCENTER));
    String id = looks.seen(there);
    String page = new Visitor(WORLD.registry(), other).open("/log/" + id).body();
    assertThat(page).contains("/sign-in?back=/log/" + id).doesNotContain("4711");
    assertThat(new Visitor(WORLD.registry(), other).open("/log?month=&titles=true").body())
        .contains("/sign-in?back=/log?titles%3Dtrue");
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PHONE, de", "PHONE, ar", "PHONE, uk", "PHONE, de-simple", "DESKTOP, en"})
  void pageWithTitlesIsFine(Screen screen, String language) throws Exception {
    WORLD
        .gateway()
        .behave(asked ->
            asked.target().contains("/Goal")
                ? GatewayStandIn.json(504, "{}")
                : GatewayStandIn.json(200, document("Bewilligungsbescheid vom 1. März 2026")));
    String id = looks.seen(pseudonym);
    looks.seen(pseudonym, "Goal", "z-1");
    try (Tab tab = Tab.on(WORLD.registry().pageOrigin(), screen, language)) {
      tab.carry(phone.cookie());
      tab.open("/log");
      tab.page().locator("#titles a").click();
      tab.isFine("log-titles");
      tab.open("/log/" + id);
      tab.isFine("log-line-title");
    }
  }

  /** Without elements, but for where links lead. */
  private static String words(String page) {
    return page.replaceAll("<a [^>]*href=(\"[^\"]*\")[^>]*>", "$1")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  private static String document(String title) {
    return OwnWorld.document(title, "Binary/akte-17-3-1").replace("\"akte-1\"", "\"akte-17-3\"");
  }
}
