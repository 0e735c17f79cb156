package net.sociallook.registry.page.giving;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.ownaccess.GatewayStandIn;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.own.OwnWorld;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Only one document: chosen by its title, from what its holder has at this moment. */
class PickIT {
  private static final OwnWorld WORLD = OwnWorld.shared();
  private static final String FIELD = "document." + YOUTH_OFFICE;

  private final Phone phone = new Phone(WORLD.registry());
  private final Visitor visitor = new Visitor(WORLD.registry(), phone);
  private String request;
  private String pseudonym;

  @BeforeEach
  void ask() {
    Office office = Office.of(WORLD.registry(), JOBCENTER);
    pseudonym = phone.linkTo(office);
    phone.linkTo(Office.of(WORLD.registry(), YOUTH_OFFICE));
    phone.linkTo(Office.of(WORLD.registry(), PROVIDER));
    phone.signIn().is(201);
    request =
        "/requests/" + Asked.ask(office, pseudonym, Asked.REASON, "documents-read", "goals-view");
    WORLD.gateway().behave(PickIT::answer);
  }

  @Test
  void pageAsksNobodyUntilTheListIsWanted() {
    assertThat(visitor.open(request).body())
        .contains("Liste der Dokumente holen")
        .doesNotContain("Hilfeplan", "type=\"radio\" value=\"\"");
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @Test
  void listHoldsTheDocumentsOfTheHolderAndOfNobodyElse() {
    assertThat(list())
        .contains("Hilfeplan", "Zeugnis &lt;b&gt;", "1. März 2026", "Alle Dokumente")
        .doesNotContain("Bescheid des Jobcenters", "Vertrag des Trägers", "<b>");
    assertThat(WORLD.gateway().asked)
        .extracting(asked -> asked.target().replaceAll("[?].*", ""))
        .containsExactly("/fhir/" + YOUTH_OFFICE + "/DocumentReference");
  }

  @Test
  void whatWasFilledInStaysAndWhatIsChosenIsAllThatIsGiven() {
    String page =
        visitor
            .open(
                visitor
                    .send(request, "documents", "true", "allow", "1.documents-read", "until", day())
                    .location()
                    .replace("#documents", ""))
            .body();
    assertThat(page).containsPattern("value=\"1.documents-read\"[^>]*checked");
    String choice = choose(FIELD, "akte-2");
    assertThat(visitor.open(choice).body())
        .contains("Nur dieses Dokument: \u2068Zeugnis &lt;b&gt;\u2069 (Nummer \u2068akte-2\u2069)");
    JsonNode provisions = given(choice);
    assertThat(provisions).hasSize(2);
    assertThat(provisions.at("/0/document").asString()).isEqualTo("akte-2");
    assertThat(provisions.at("/1/permission").asString()).isEqualTo("goals-view");
    assertThat(provisions.get(1).has("document")).isFalse();
  }

  @Test
  void documentThatWouldNotBeShownIsSaidToStayClosed() {
    String choice = choose(FIELD, "akte-2");
    WORLD.gateway().behave(asked -> OwnWorld.found());
    assertThat(visitor.open(choice).body())
        .contains("Nur ein einziges Dokument, Nummer \u2068akte-2\u2069")
        .contains("Dieses eine Dokument würde nicht gezeigt");
    WORLD.gateway().behave(PickIT::answer);
    assertThat(visitor.open(choice).body()).doesNotContain("würde nicht gezeigt");
  }

  @Test
  void grantNamesItsDocumentByTheTitleWhenThatIsAskedFor() {
    given(choose(FIELD, "akte-2"));
    String grant = "/grants/" + phone.get("/api/grants").json().at("/grants/0/id").asString();
    WORLD.gateway().asked.clear();
    for (String path : List.of(grant, grant + "/narrowing")) {
      assertThat(visitor.open(path).body())
          .contains("Nummer</span> <bdi>akte-2</bdi>", path + "?titles=true")
          .doesNotContain("Zeugnis");
      assertThat(WORLD.gateway().asked).isEmpty();
      assertThat(visitor.open(path + "?titles=true").body())
          .contains("Zeugnis &lt;b&gt;</bdi> (<bdi>akte-2</bdi>)")
          .doesNotContain("Nummer</span>", "Hilfeplan");
      assertThat(WORLD.gateway().asked).hasSize(1);
      WORLD.gateway().asked.clear();
    }
    WORLD.gateway().behave(asked -> GatewayStandIn.json(504, "{}"));
    assertThat(visitor.open(grant + "?titles=true").body())
        .contains("Nummer</span> <bdi>akte-2</bdi>", "Die Stelle antwortet gerade nicht");
  }

  @Test
  void whatIsChosenStaysWhenTheFormComesBack() {
    String back = visitor.send(request, FIELD, "akte-2", "listed", "true", "until", "").location();
    assertThat(visitor.open(back).body())
        .containsPattern("value=\"akte-2\"[^>]*checked")
        .contains("Hilfeplan");
    String light = visitor.send(request, FIELD, "akte-2", "preset", "read-along").location();
    assertThat(visitor.open(light.replace("#switches", "")).body())
        .containsPattern("value=\"akte-2\"[^>]*checked");
  }

  @Test
  void documentOfSomebodyWhoIsNotConcernedIsRefused() {
    for (String field : List.of("document." + PROVIDER, "document." + JOBCENTER, "document.x")) {
      assertThat(
              visitor
                  .send(request, field, "akte-1", "allow", "1.documents-read", "until", day())
                  .status())
          .isEqualTo(400);
    }
    assertThat(
            visitor
                .send(request, FIELD, "../x", "allow", "1.documents-read", "until", day())
                .status())
        .isEqualTo(400);
  }

  @Test
  void silentHolderIsNamedAndEverythingElseGoesOn() {
    WORLD.gateway().behave(asked -> GatewayStandIn.json(504, "{}"));
    assertThat(list()).contains("antwortet gerade nicht", "Jugendamt Nordhausen", "2.goals-view");
  }

  @Test
  void holderThatKeepsNoDocumentsHasNoneToChooseFrom() {
    WORLD.gateway().behave(asked -> GatewayStandIn.notKept());
    assertThat(list())
        .contains("Dort gibt es keine Dokumente von Ihnen", "2.goals-view")
        .doesNotContain("antwortet gerade nicht");
  }

  @Test
  void sessionThatNobodySignedInToIsSentToSignInAndBack() {
    Asked asked = Asked.about(WORLD.registry(), "documents-read");
    String page = asked.visitor().open(asked.path() + "?documents=true").body();
    assertThat(page).contains("/sign-in?back=" + asked.path() + "?documents%3Dtrue");
    assertThat(WORLD.gateway().asked).isEmpty();
  }

  @Test
  void listIsInNoTable() {
    list();
    String choices =
        WORLD
            .registry()
            .asOwner()
            .sql("select coalesce(string_agg(c::text, ' '), '') from registry.choice c")
            .query(String.class)
            .single();
    assertThat(choices).contains("documents").doesNotContain("Hilfeplan");
  }

  @Test
  void grantIsNarrowedToADocumentOfTheList() {
    String grant =
        "/grants/"
            + phone
                .grant(
                    JOBCENTER,
                    List.of(
                        Phone.provision("documents-read", YOUTH_OFFICE),
                        Phone.provision("documents-read", PROVIDER)))
                .text("id");
    assertThat(visitor.open(grant + "/narrowing").body()).doesNotContain("Hilfeplan");
    assertThat(WORLD.gateway().asked).isEmpty();
    String page = visitor.open(grant + "/narrowing?documents=true").body();
    assertThat(page).contains("Hilfeplan", "Vertrag des Trägers").doesNotContain("des Jobcenters");
    String mark = page.replaceAll("(?s).*name=\"mark\" value=\"([^\"]*)\".*", "$1");
    visitor.send(grant + "/narrowing", "mark", mark, "keep", "0", "keep", "1", FIELD, "akte-1");
    JsonNode left = phone.get("/api" + grant).json().get("provisions");
    assertThat(left.at("/0/document").asString()).isEqualTo("akte-1");
    assertThat(left.get(1).has("document")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"PHONE, de", "PHONE, ar", "PHONE, uk", "PHONE, de-simple", "NARROW, en"})
  void listIsFine(Screen screen, String language) {
    try (Tab tab = Tab.on(WORLD.registry().pageOrigin(), screen, language)) {
      tab.carry(phone.cookie());
      tab.open(request);
      tab.page().locator("button[name=documents]").click();
      tab.page().locator("input[value=akte-2]").check();
      tab.isFine("request-pick");
      tab.page().locator("#allow-1\\.documents-read").check();
      tab.page().locator("button[name=next]").click();
      tab.isFine("check-one-document");
    }
  }

  private String list() {
    String location = visitor.send(request, "documents", "true", "until", "").location();
    return visitor.open(location.replace("#documents", "")).body();
  }

  private String choose(String... more) {
    List<String> fields = new ArrayList<>(List.of("next", "true", "until", day()));
    fields.addAll(List.of("allow", "1.documents-read", "allow", "2.goals-view"));
    fields.addAll(List.of(more));
    return visitor.send(request, fields.toArray(String[]::new)).location();
  }

  private JsonNode given(String choice) {
    visitor.send(choice);
    String page = visitor.open(choice + "/sign").body();
    String options = attribute(page, "options").replace("&quot;", "\"");
    JsonNode assertion =
        tools.jackson.databind.json.JsonMapper.shared().readTree(phone.passkey().sign(options));
    phone
        .post(
            "/api/grants", Map.of("proposal", attribute(page, "proposal"), "assertion", assertion))
        .is(201);
    return phone.get("/api/grants").json().at("/grants/0/provisions");
  }

  private static String attribute(String page, String name) {
    return page.replaceAll("(?s).*data-" + name + "=\"([^\"]+)\".*", "$1");
  }

  private static String day() {
    return LocalDate.now(Offer.BERLIN).plusDays(30).toString();
  }

  private static GatewayStandIn.Reply answer(GatewayStandIn.Asked asked) {
    String second =
        OwnWorld.document("Zeugnis <b>", "Binary/akte-2-1").replace("\"akte-1\"", "\"akte-2\"");
    if (asked.target().endsWith(YOUTH_OFFICE + "/DocumentReference/akte-2")) {
      return GatewayStandIn.json(200, second);
    }
    if (asked.target().contains(YOUTH_OFFICE)) {
      return OwnWorld.found(OwnWorld.document("Hilfeplan", "Binary/akte-1-1"), second);
    }
    return OwnWorld.found(
        OwnWorld.document(
            asked.target().contains(PROVIDER) ? "Vertrag des Trägers" : "Bescheid des Jobcenters",
            "Binary/akte-1-1"));
  }
}
