package net.sociallook.registry.page.own;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import net.sociallook.registry.Phone;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the client's own pages say, for each thing that can come of asking. */
class OwnPageIT {
  private static final OwnWorld WORLD = OwnWorld.shared();

  @Test
  void everyInstitutionHasItsPartAndASilentOneIsNamed() {
    Phone phone = WORLD.signedIn(JOBCENTER, YOUTH_OFFICE);
    WORLD
        .gateway()
        .behave(asked ->
            asked.target().contains(JOBCENTER)
                ? GatewayStandIn.json(504, "{}")
                : OwnWorld.found(
                    OwnWorld.goal("Führerschein", "2026-01-01"),
                    OwnWorld.goal("Ausbildung", "2026-03-01")));

    HttpResponse<String> page = WORLD.page(phone, "/own/goals");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("cache-control")).contains("no-store");
    assertThat(page.body())
        .containsSubsequence(
            "Jobcenter Nordhausen",
            "antwortet gerade nicht",
            "href=\"/own/goals/" + JOBCENTER + "\"",
            "Jugendamt Nordhausen",
            "Ausbildung",
            "1. März 2026",
            "Führerschein");
  }

  @Test
  void nextAppointmentStandsFirstAndPastOnesBelow() {
    Phone phone = WORLD.signedIn(JOBCENTER);
    Instant now = Instant.now();
    WORLD
        .gateway()
        .behave(asked ->
            OwnWorld.found(
                OwnWorld.appointment(
                    "Vorbei", now.minus(Duration.ofDays(30)).toString(), "fulfilled"),
                OwnWorld.appointment(
                    "Später", now.plus(Duration.ofDays(30)).toString(), "proposed"),
                OwnWorld.appointment("Gestern", now.minus(Duration.ofDays(1)).toString(), "noshow"),
                OwnWorld.appointment("Morgen", now.plus(Duration.ofDays(1)).toString(), "booked")));

    assertThat(WORLD.page(phone, "/own/appointments").body())
        .containsSubsequence(
            "Das kommt",
            "Morgen",
            "Weber, Anna",
            "Zimmer 12",
            "Ausweis",
            "Später",
            "Noch nicht bestätigt",
            "Das war",
            "Gestern",
            "Als versäumt eingetragen",
            "Vorbei");
  }

  @Test
  void slowInstitutionKeepsNobodyWaitingForLong() throws InterruptedException {
    Phone phone = WORLD.signedIn(JOBCENTER, YOUTH_OFFICE);
    CountDownLatch shown = new CountDownLatch(1);
    WORLD
        .gateway()
        .behave(asked ->
            asked.target().contains(JOBCENTER)
                ? exchange -> await(shown)
                : OwnWorld.found(OwnWorld.goal("Ausbildung", "2026-03-01")));

    long begun = System.nanoTime();
    String page = WORLD.page(phone, "/own/goals").body();
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    shown.countDown();

    assertThat(page).contains("antwortet gerade nicht", "Ausbildung");
    assertThat(taken).isLessThan(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @CsvSource({
    "404, So etwas führt diese Stelle hier nicht",
    "403, konnte Ihre Anfrage gerade nicht annehmen",
    "502, antwortet gerade nicht"
  })
  void everyWayOfNotGettingAnythingHasItsWords(int status, String words) {
    Phone phone = WORLD.signedIn(JOBCENTER);
    WORLD.gateway().behave(asked -> GatewayStandIn.json(status, "{}"));

    assertThat(WORLD.page(phone, "/own/plans").body()).contains(words);
  }

  @Test
  void institutionThatKeepsNoneOfItIsNotCalledSilent() {
    Phone phone = WORLD.signedIn(JOBCENTER);
    WORLD.gateway().behave(asked -> GatewayStandIn.notKept());

    assertThat(WORLD.page(phone, "/own/goals").body())
        .contains("So etwas führt diese Stelle hier nicht")
        .doesNotContain("antwortet gerade nicht", "Noch einmal fragen");
    assertThat(phone.get("/api/own/goals").is(200).json().at("/holders/0/state").asString())
        .isEqualTo("not-kept");
    assertThat(WORLD.page(phone, "/own/documents/" + JOBCENTER + "/files/akte-1-1").statusCode())
        .isEqualTo(404);
  }

  @Test
  void nothingIsSaidInWordsOfItsKind() {
    Phone phone = WORLD.signedIn(JOBCENTER);
    WORLD.gateway().behave(asked -> OwnWorld.found());

    assertThat(WORLD.page(phone, "/own/messages").body()).contains("Keine Nachrichten.");
  }

  @Test
  void manyGoOnAPageOfTheirOwn() {
    Phone phone = WORLD.signedIn(JOBCENTER);
    String[] goals =
        IntStream.range(0, 60)
            .mapToObj(n -> OwnWorld.goal("Ziel " + n + ".", "20%02d-01-01".formatted(n)))
            .toArray(String[]::new);
    WORLD.gateway().behave(asked -> OwnWorld.found(goals));

    String everywhere = WORLD.page(phone, "/own/goals").body();
    String first = WORLD.page(phone, "/own/goals/" + JOBCENTER).body();
    String second = WORLD.page(phone, "/own/goals/" + JOBCENTER + "?page=2").body();

    assertThat(everywhere).contains("Ziel 59.", "Ziel 55.").doesNotContain("Ziel 54.");
    assertThat(everywhere).contains("Mehr ansehen");
    assertThat(first).contains("Ziel 59.", "Ziel 10.", "?page=2").doesNotContain("Ziel 9.");
    assertThat(second).contains("Ziel 9.", "Ziel 0.").doesNotContain("Ziel 10.", "?page=3");
  }

  @Test
  void whatAnInstitutionWroteStaysText() {
    Phone phone = WORLD.signedIn(JOBCENTER);
    String markup = "<script>alert(1)</script><b>";
    WORLD.gateway().behave(asked -> OwnWorld.found(OwnWorld.message(markup, markup.repeat(200))));

    assertThat(WORLD.page(phone, "/own/messages").body())
        .contains("&lt;script&gt;alert(1)", "<details", "Jobcenter Nordhausen", "Sie")
        .doesNotContain("<script>alert", "<b>");
  }

  @Test
  void nothingOfItIsStored() {
    Phone phone = WORLD.signedIn(JOBCENTER);
    WORLD
        .gateway()
        .behave(asked -> OwnWorld.found(OwnWorld.message("Zitronenfalter", "Zitronenfalter")));

    assertThat(WORLD.page(phone, "/own/messages").body()).contains("Zitronenfalter");

    assertThat(rowsWith("Zitronenfalter")).isZero();
    assertThat(rowsWith(JOBCENTER)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/own/goals", "/own/goals/" + JOBCENTER, "/own/documents/x/files/a-1"})
  void whoHasNotSignedInWithHerPasskeyIsAskedToOnce(String path) {
    Phone phone = Phone.linkedAt(WORLD.registry(), JOBCENTER);
    WORLD.gateway().behave(asked -> OwnWorld.found());
    String own = path.replace("/x/", "/" + JOBCENTER + "/");

    HttpResponse<String> page = WORLD.page(phone, own);

    assertThat(page.body()).contains("Bitte einmal anmelden", "href=\"/sign-in?back=/own/");
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @Test
  void whoIsNotSignedInFindsBack() {
    HttpResponse<String> page = WORLD.page(new Phone(WORLD.registry()), "/own/goals");

    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("location").orElseThrow())
        .endsWith("/sign-in?ended=true&back=%2Fown%2Fgoals");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/own/secrets",
        "/own/goals/" + YOUTH_OFFICE,
        "/own/goals/nobody",
        "/own/goals/" + JOBCENTER + "?page=0",
        "/own/goals/" + JOBCENTER + "?page=11",
        "/own/documents/" + YOUTH_OFFICE + "/files/akte-1-1",
        "/own/documents/" + JOBCENTER + "/files/akte"
      })
  void whatIsNotThereIsNotFoundAndNobodyIsAsked(String path) {
    Phone phone = WORLD.signedIn(JOBCENTER);
    WORLD.gateway().behave(asked -> OwnWorld.found());

    assertThat(WORLD.page(phone, path).statusCode()).isEqualTo(404);
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @Test
  void fileIsSavedAndNeverShownAndAMissingOneIsAPage() {
    Phone phone = WORLD.signedIn(JOBCENTER);
    String path = "/own/documents/" + JOBCENTER + "/files/akte-1-1";
    WORLD
        .gateway()
        .behave(asked ->
            GatewayStandIn.bytes(
                200,
                "text/html",
                "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    HttpResponse<String> file = WORLD.page(phone, path);
    WORLD.gateway().behave(asked -> GatewayStandIn.json(502, "{}"));
    HttpResponse<String> none = WORLD.page(phone, path);

    assertThat(file.headers().firstValue("content-disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(file.headers().firstValue("content-security-policy"))
        .contains("sandbox; default-src 'none'");
    assertThat(file.headers().firstValue("cache-control")).contains("no-store");
    assertThat(none.statusCode()).isEqualTo(502);
    assertThat(none.body()).contains("Die Datei kam nicht an");
  }

  @Test
  void whoIsLinkedNowhereIsToldSo() {
    Phone phone = new Phone(WORLD.registry());
    phone
        .accept(
            net.sociallook.registry.Office.of(WORLD.registry(), JOBCENTER).invite().text("code"))
        .is(201);

    assertThat(WORLD.page(phone, "/own").body()).contains("noch mit keiner Stelle verbunden");
  }

  /** Rows of the whole database in which a text stands. */
  private static long rowsWith(String text) {
    JdbcClient database = WORLD.registry().asOwner();
    return database
        .sql(
            "select format('select count(*) from %I.%I t where t::text like ?', schemaname,"
                + " tablename) from pg_tables where schemaname not in ('pg_catalog',"
                + " 'information_schema')")
        .query(String.class)
        .list()
        .stream()
        .mapToLong(sql -> database.sql(sql).param("%" + text + "%").query(Long.class).single())
        .sum();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
