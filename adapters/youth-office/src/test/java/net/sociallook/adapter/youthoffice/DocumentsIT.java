package net.sociallook.adapter.youthoffice;

import static net.sociallook.testbed.adapter.Answers.ids;
import static net.sociallook.testbed.adapter.Answers.json;
import static net.sociallook.testbed.adapter.Answers.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What a gateway gets when everything is right. */
@Timeout(120)
class DocumentsIT {
  private static final String SEARCH = "/fhir/DocumentReference?patient=" + Surroundings.JONAS;
  private static RunningAdapter running;
  private static GatewayNode gateway;

  @BeforeAll
  static void start() {
    running = new RunningAdapter();
    gateway = running.gateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
    running.close();
  }

  @Test
  void searchAnswersTheDocumentsOfThePatientAlone() throws Exception {
    JsonNode bundle = search(SEARCH);

    assertThat(bundle.has("total")).isFalse();
    assertThat(ids(bundle)).isNotEmpty().allMatch(id -> id.startsWith("akte-1-"));
    assertThat(bundle.findValuesAsString("reference"))
        .contains("Patient/" + Surroundings.JONAS)
        .noneMatch(reference -> reference.contains("4711"));
  }

  @Test
  void readAnswersTheSameAsSearch() throws Exception {
    JsonNode found = search(SEARCH).at("/entry/0/resource");

    JsonNode read =
        json(get("/fhir/DocumentReference/" + found.get("id").asString(), Surroundings.JONAS));

    assertThat(read).isEqualTo(found);
  }

  @Test
  void binaryAnswersTheRawBytesThatTheDocumentPromises() throws Exception {
    JsonNode attachment = search(SEARCH).at("/entry/0/resource/content/0/attachment");
    String target = "/fhir/" + attachment.get("url").asString();

    HttpResponse<byte[]> response =
        gateway.exchange(target, Surroundings.JONAS, BodyHandlers.ofByteArray());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase(attachment.get("contentType").asString());
    assertThat(response.body()).hasSize(attachment.get("size").asInt());
    byte[] digest = MessageDigest.getInstance("SHA-1").digest(response.body());
    assertThat(attachment.get("hash").asString())
        .isEqualTo(Base64.getEncoder().encodeToString(digest));
  }

  @Test
  void filtersNarrowTheSearch() throws Exception {
    running.system.addDocument(3, 90, "1999-05-07");
    running.link("33333333333333333333333333333333", "4713");
    String lena = "/fhir/DocumentReference?patient=33333333333333333333333333333333";

    assertThat(ids(search(lena + "&date=1999"))).containsExactly("akte-3-90");
    assertThat(ids(search(lena + "&date=ge1999-05-07&date=lt1999-05-08")))
        .containsExactly("akte-3-90");
    assertThat(ids(search(lena + "&date=gt1999-05-07"))).isNotEmpty().doesNotContain("akte-3-90");
    assertThat(ids(search(lena + "&_lastUpdated=le1999-12"))).containsExactly("akte-3-90");
    assertThat(ids(search(lena + "&type=http://loinc.org%7C18776-5&date=1999"))).hasSize(1);
    assertThat(ids(search(lena + "&category=plan,notice&date=1999"))).hasSize(1);
    assertThat(ids(search(lena + "&category=notice&date=1999"))).isEmpty();
    assertThat(ids(search(lena + "&status=superseded&date=1999"))).isEmpty();
    assertThat(ids(search(lena + "&status=current,superseded&date=1999"))).hasSize(1);
  }

  @Test
  void pagesHoldEveryDocumentOnceWhileOthersComeAndGo() throws Exception {
    for (int number = 101; number <= 110; number++) {
      running.system.addDocument(2, number, "2001-01-" + (number - 90));
    }
    String search =
        "/fhir/DocumentReference?patient=" + Surroundings.EMRE + "&date=2001-01&_count=3";
    List<String> seen = new ArrayList<>();
    Set<String> pages = new LinkedHashSet<>();
    JsonNode page = json(get(search, Surroundings.EMRE));
    seen.addAll(ids(page));

    running.system.addDocument(2, 111, "2001-01-31");
    running.system.run("update dokument set gelöscht_kz = 'J' where akt_id = 2 and lfd_nr = 110");
    for (String next = next(page); !next.isEmpty(); next = next(page)) {
      assertThat(pages.add(next)).isTrue();
      page = json(get(search + "&_page=" + next, Surroundings.EMRE));
      seen.addAll(ids(page));
    }

    assertThat(pages).hasSize(3);
    assertThat(seen).doesNotHaveDuplicates().hasSize(10);
    assertThat(seen.getFirst()).isEqualTo("akte-2-110");
    assertThat(seen.getLast()).isEqualTo("akte-2-101");
  }

  @Test
  void pageIsGoodForItsPatientAndFiltersOnly() throws Exception {
    String page = next(search(SEARCH + "&_count=1"));
    String other = "/fhir/DocumentReference?patient=" + Surroundings.EMRE + "&_page=" + page;

    assertThat(get(SEARCH + "&_count=2&_page=" + page, Surroundings.JONAS).statusCode())
        .isEqualTo(200);
    assertThat(get(SEARCH + "&status=current&_page=" + page, Surroundings.JONAS).body())
        .contains("\"page-unknown\"");
    assertThat(get(other, Surroundings.EMRE).body()).contains("\"page-unknown\"");
    assertThat(get(SEARCH + "&_page=" + page + "A", Surroundings.JONAS).statusCode())
        .isEqualTo(400);
  }

  @Test
  void pageIsGoodAfterARestart() throws Exception {
    String page = next(search(SEARCH + "&_count=1"));
    JsonNode before = search(SEARCH + "&_count=1&_page=" + page);

    running.adapter.close();
    try (YouthOfficeAdapter again =
            YouthOfficeAdapter.start(running.system.configuration(running.around));
        GatewayNode node = new GatewayNode(running.around, again.port())) {
      JsonNode after = json(node.get(SEARCH + "&_count=1&_page=" + page, Surroundings.JONAS));
      assertThat(ids(after)).isEqualTo(ids(before)).hasSize(1);
    }
    stop();
    start();
  }

  @Test
  void draftsAndDeletedDocumentsAreNotThere() throws Exception {
    running.system.addDocument(1, 201, "1998-01-01");
    running.system.addDocument(1, 202, "1998-01-02");
    running.system.run("update dokument set status_kz = 'E' where akt_id = 1 and lfd_nr = 201");
    running.system.run("update dokument set gelöscht_kz = 'J' where akt_id = 1 and lfd_nr = 202");

    assertThat(ids(search(SEARCH + "&date=1998"))).isEmpty();
    assertThat(get("/fhir/DocumentReference/akte-1-201", Surroundings.JONAS).statusCode())
        .isEqualTo(404);
    assertThat(get("/fhir/DocumentReference/akte-1-202", Surroundings.JONAS).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsNotUnderstoodIsVeryRestricted() throws Exception {
    running.system.addDocument(1, 301, "1997-01-01");
    running.system.run(
        "update dokument set stufe = 9, art_kz = 'GEN', schutz_kz = 'ZZ'"
            + " where akt_id = 1 and lfd_nr = 301");

    JsonNode document = search(SEARCH + "&date=1997").at("/entry/0/resource");

    assertThat(document.at("/meta/security/0/code").asString()).isEqualTo("V");
    assertThat(document.at("/securityLabel/0/coding/0/code").asString()).isEqualTo("V");
  }

  @Test
  void capabilityStatementOffersWhatThereIs() throws Exception {
    HttpResponse<String> response = gateway.caller().send(gateway.caller().to("/fhir/metadata"));

    assertThat(json(response).at("/rest/0/resource").findValuesAsString("type"))
        .contains("DocumentReference", "Binary");
    assertThat(response.headers().map().keySet())
        .noneMatch(name -> name.equalsIgnoreCase("X-Powered-By"))
        .noneMatch(name -> name.equalsIgnoreCase("Server"));
    assertThat(response.body()).doesNotContain("HAPI").doesNotContain("xml");
  }

  private static JsonNode search(String target) throws Exception {
    String patient = target.replaceFirst(".*patient=([0-9a-f]{32}).*", "$1");
    HttpResponse<String> response = get(target, patient);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  private static HttpResponse<String> get(String target, String patient) {
    return gateway.get(target, patient);
  }
}
