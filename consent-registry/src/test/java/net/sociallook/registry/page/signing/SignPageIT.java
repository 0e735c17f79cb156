package net.sociallook.registry.page.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.Visitor.Seen;
import net.sociallook.registry.page.giving.Asked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bad moments between "yes" and the signature. */
class SignPageIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Asked asked = Asked.about(REGISTRY, "documents-read", "messages");
  private final Visitor visitor = asked.visitor();

  @Test
  void whatIsSignedIsWhatIsShownAndNarrowerThanAskedFor() {
    String choice = choose("1.documents-read", "person", "jc-001");
    assertThat(visitor.open(choice).body())
        .contains("Weber, Anna", "Bis jetzt ist nichts davon erlaubt")
        .doesNotContain("Nachrichten schreiben");
    String page = put(choice);
    assertThat(page).contains("Ich erlaube: Jobcenter Nordhausen", "Nur diese Person: Weber, Anna");
    give(page).is(201);
    JsonNode provision = asked.phone().get("/api/grants").json().at("/grants/0/provisions");
    assertThat(provision).hasSize(1);
    assertThat(provision.at("/0/caseworker").asString()).isEqualTo("jc-001");
    assertThat(provision.at("/0/maxConfidentiality").asString()).isEqualTo("N");
    assertThat(visitor.open(choice + "/given").body()).contains("Das darf jetzt:");
  }

  @Test
  void especiallyConfidentialOnlyWhenChosen() {
    String page = put(choose("1.documents-read", "level", "R"));
    assertThat(page).contains("Auch, was besonders vertraulich ist");
    give(page).is(201);
    assertThat(
            asked.phone().get("/api/grants").json().at("/grants/0/provisions/0/maxConfidentiality"))
        .hasToString("\"R\"");
  }

  @Test
  void pageThatWasSignedLeadsToWhatStandsAndGivesNothingTwice() {
    String choice = choose("1.documents-read");
    String page = put(choice);
    give(page).is(201);
    give(page).isProblem(409, "ended");
    assertThat(visitor.open(choice + "/sign").location()).isEqualTo(choice + "/given");
    assertThat(visitor.send(choice).location()).isEqualTo(choice + "/given");
    assertThat(visitor.open(choice).body())
        .contains("Das haben Sie schon erlaubt")
        .doesNotContain("und es gilt weiter", "ist nichts davon erlaubt");
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void whoAllowsPartOfItCanLeaveItAtThatAndKeepsWhatStands() {
    String choice = choose("1.documents-read");
    assertThat(visitor.open(asked.path()).body()).contains("Nein, ablehnen");
    give(put(choice)).is(201);
    assertThat(visitor.open(choice + "/given").body())
        .contains("hatte um mehr gebeten", "action=\"" + asked.path() + "/decline\"");
    assertThat(visitor.open(asked.path()).body())
        .contains("id=\"allowed\"", "Mehr erlaube ich nicht", "gilt weiter")
        .doesNotContain("Nein, ablehnen");
    visitor.send(asked.path() + "/decline");
    assertThat(visitor.open(asked.path()).body())
        .contains("Mehr erlauben Sie nicht", "gilt weiter")
        .doesNotContain("Sie haben abgelehnt");
    assertThat(visitor.open(choice + "/given").body()).doesNotContain("hatte um mehr gebeten");
    assertThat(asked.phone().get("/api/grants").json().at("/grants/0/provisions")).hasSize(1);
  }

  @Test
  void pressedTwiceOnlyTheLastWordsCanBeSigned() {
    String choice = choose("1.documents-read");
    String first = put(choice);
    String second = put(choice);
    give(first).isProblem(409, "ended");
    give(second).is(201);
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void ofTwoTabsTheSecondIsToldThatSomethingChanged() {
    String one = put(choose("1.documents-read"));
    String choice = choose("2.messages");
    String other = put(choice);
    give(one).is(201);
    give(other).isProblem(409, "grant-changed");
    assertThat(visitor.open(choice + "/sign").body()).contains("Davon wurde nichts erlaubt");
    give(put(choice)).is(201);
    assertThat(asked.phone().get("/api/grants").json().at("/grants/0/provisions")).hasSize(2);
  }

  @Test
  void simultaneousFormsAndSignaturesGiveOnce() throws Exception {
    String choice = choose("1.documents-read");
    List<Callable<Object>> forms = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      forms.add(() -> visitor.send(choice).status());
    }
    atOnce(forms).forEach(status -> assertThat(status).isEqualTo(303));
    String page = visitor.open(choice + "/sign").body();
    Map<String, Object> signed = signed(page);
    List<Callable<Object>> posts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      posts.add(() -> asked.phone().post("/api/grants", signed).status());
    }
    assertThat(atOnce(posts)).containsExactlyInAnyOrder(201, 409, 409, 409);
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void wordsAreOverAfterFiveMinutesAndCanBeAskedForAnew() {
    String choice = choose("1.documents-read");
    String page = put(choice);
    expire("proposal");
    give(page).isProblem(409, "ended");
    assertThat(visitor.open(choice + "/sign").body())
        .contains("Zum Unterschreiben ist fünf Minuten");
    assertThat(visitor.open(choice + "/given").location()).isEqualTo(choice + "/sign");
    give(put(choice)).is(201);
  }

  @Test
  void sessionLostInTheMiddleIsFoundAgainAfterSigningIn() {
    String choice = choose("1.documents-read");
    String page = put(choice);
    asked.phone().delete("/api/session");
    give(page).isProblem(401, "no-session");
    assertThat(visitor.open(choice + "/sign").location())
        .isEqualTo("/sign-in?ended=true&back=%2Fchoices%2F" + choice.substring(9) + "%2Fsign");
    asked.phone().signIn().is(201);
    assertThat(visitor.open(choice + "/sign").body()).contains("Ich erlaube");
    give(page).is(201);
  }

  @Test
  void choiceThatIsOldOrSomebodyElsesIsNotThere() {
    String choice = choose("1.documents-read");
    Asked other = Asked.about(REGISTRY, "messages");
    for (String path : List.of(choice, choice + "/sign", choice + "/given")) {
      assertThat(other.visitor().open(path).status()).isEqualTo(404);
    }
    assertThat(other.visitor().send(choice).status()).isEqualTo(303);
    expire("choice");
    Seen gone = visitor.open(choice);
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.body()).contains("Ihre Auswahl ist nicht mehr da");
  }

  @Test
  void withdrawnMeanwhileMakesTheWordsWorthless() {
    give(put(choose("1.documents-read"))).is(201);
    String choice = choose("2.messages");
    String page = put(choice);
    String grant = asked.phone().get("/api/grants").json().at("/grants/0/id").asString();
    asked.phone().post("/api/grants/" + grant + "/withdrawal").is(200);
    give(page).isProblem(409, "grant-changed");
  }

  @Test
  void whatStandsStaysWhenSomethingIsAdded() {
    give(put(choose("1.documents-read"))).is(201);
    String choice = choose("2.messages");
    assertThat(visitor.open(choice).body()).contains("es gilt weiter", "Dokumente nur lesen");
    assertThat(put(choice)).contains("1. Darf Dokumente nur lesen.", "2. Darf Nachrichten");
  }

  private String choose(String allow, String... more) {
    List<String> fields = new ArrayList<>(List.of("next", "true", "allow", allow));
    fields.add("until");
    fields.add(LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(30).toString());
    fields.addAll(List.of(more));
    Seen sent = visitor.send(asked.path(), fields.toArray(String[]::new));
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.location()).startsWith("/choices/");
    return sent.location();
  }

  /** The page with the words. */
  private String put(String choice) {
    assertThat(visitor.send(choice).location()).isEqualTo(choice + "/sign");
    return visitor.open(choice + "/sign").body();
  }

  private net.sociallook.registry.Answer give(String page) {
    return asked.phone().post("/api/grants", signed(page));
  }

  private Map<String, Object> signed(String page) {
    String options = attribute(page, "options").replace("&quot;", "\"");
    JsonNode assertion = JsonMapper.shared().readTree(asked.phone().passkey().sign(options));
    return Map.of("proposal", attribute(page, "proposal"), "assertion", assertion);
  }

  private static String attribute(String page, String name) {
    return page.replaceAll("(?s).*data-" + name + "=\"([^\"]+)\".*", "$1");
  }

  private int version() {
    return asked.phone().get("/api/grants").json().at("/grants/0/version").asInt();
  }

  private void expire(String table) {
    REGISTRY
        .asOwner()
        .sql(
            "update registry."
                + table
                + " set expires_at = expires_at - interval '2 hours'"
                + " where client = (select client from registry.consent_request where id = :id)")
        .param("id", UUID.fromString(asked.id()))
        .update();
  }

  private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Object> results = new ArrayList<>();
      for (var one : threads.invokeAll(calls)) {
        results.add(one.get());
      }
      return results;
    }
  }
}
