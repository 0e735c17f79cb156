package net.sociallook.registry.received;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.web.Port;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConsentsIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office JOBCENTER_SYSTEM = Office.of(REGISTRY, JOBCENTER);
  private static final Office YOUTH_OFFICE_SYSTEM = Office.of(REGISTRY, YOUTH_OFFICE);

  private final Phone phone = new Phone(REGISTRY);
  private final String pseudonym = phone.linkTo(JOBCENTER_SYSTEM);
  private final String pseudonymElsewhere = phone.linkTo(YOUTH_OFFICE_SYSTEM);

  @Test
  void recipientSeesWhatStandsUnderItsOwnPseudonym() {
    String id = grant("documents-read", "goals-view");
    Answer consent = JOBCENTER_SYSTEM.get("/consents/" + id).is(200);
    assertThat(consent.text("patient")).isEqualTo(pseudonym);
    assertThat(consent.text("state")).isEqualTo("active");
    assertThat(permissions(consent)).containsExactly("documents-read", "goals-view");
    assertThat(consent.response().body()).doesNotContain(pseudonymElsewhere);
    assertThat(JOBCENTER_SYSTEM.get("/fhir/Consent/" + id).is(200).response().body())
        .contains(pseudonym)
        .doesNotContain(pseudonymElsewhere);
  }

  @Test
  void consentReadAndFoundKeepsEveryRule() {
    String id = grant("documents-read", "messages", "statistics");
    JsonNode read = JOBCENTER_SYSTEM.get("/fhir/Consent/" + id).is(200).json();
    assertThat(ConsentRules.brokenBy(read)).isEmpty();
    Answer found =
        JOBCENTER_SYSTEM
            .get("/fhir/Consent?patient=Patient/" + pseudonym + "&status=active,inactive")
            .is(200);
    Bundle bundle =
        FhirContext.forR4Cached()
            .newJsonParser()
            .setParserErrorHandler(new StrictErrorHandler())
            .parseResource(Bundle.class, found.response().body());
    assertThat(bundle.hasTotal()).isFalse();
    assertThat(found.json().at("/entry/0/resource")).isEqualTo(read);
  }

  @Test
  void narrowedGrantShowsWhatIsLeftAndNoMore() {
    String id = grant("documents-read", "goals-view");
    phone.post("/api/grants/" + id + "/narrowing", Map.of("drop", "goals-view")).is(200);
    Answer consent = JOBCENTER_SYSTEM.get("/consents/" + id).is(200);
    assertThat(permissions(consent)).containsExactly("documents-read");
    assertThat(consent.response().body()).doesNotContain("goals-view").doesNotContain("narrowed");
  }

  @Test
  void blockedLooksLikeWithdrawn() {
    String blocked = grant("documents-read");
    phone.post("/api/blocks", Map.of("kind", "institution", "institution", YOUTH_OFFICE)).is(200);
    Phone other = new Phone(REGISTRY);
    String otherPseudonym = other.linkTo(JOBCENTER_SYSTEM);
    other.linkTo(YOUTH_OFFICE_SYSTEM);
    String withdrawn =
        other.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE))).text("id");
    other.post("/api/grants/" + withdrawn + "/withdrawal").is(200);
    for (String path : List.of("/consents/", "/fhir/Consent/")) {
      String one =
          JOBCENTER_SYSTEM
              .get(path + blocked)
              .is(200)
              .response()
              .body()
              .replace(blocked, "ID")
              .replace(pseudonym, "P");
      String same =
          JOBCENTER_SYSTEM
              .get(path + withdrawn)
              .is(200)
              .response()
              .body()
              .replace(withdrawn, "ID")
              .replace(otherPseudonym, "P");
      assertThat(withoutTime(one)).isEqualTo(withoutTime(same));
    }
  }

  @Test
  void blockOfOnePersonTakesAwayOnlyWhatIsHers() {
    Map<String, String> hers = new HashMap<>(provision("documents-read", YOUTH_OFFICE));
    hers.put("caseworker", "jc-001");
    Map<String, String> everybodys = provision("goals-view", YOUTH_OFFICE);
    String id = phone.grant(JOBCENTER, List.of(hers, everybodys)).text("id");
    phone.post("/api/blocks", Map.of("kind", "person", "caseworker", "jc-001")).is(200);
    assertThat(permissions(JOBCENTER_SYSTEM.get("/consents/" + id))).containsExactly("goals-view");
  }

  @Test
  void statisticsAloneIsActiveUntilItIsBlocked() {
    String id = grant("statistics");
    assertThat(JOBCENTER_SYSTEM.get("/consents/" + id).text("state")).isEqualTo("active");
    phone.post("/api/blocks", Map.of("kind", "everything")).is(200);
    assertThat(JOBCENTER_SYSTEM.get("/consents/" + id).text("state")).isEqualTo("ended");
  }

  @Test
  void grantOfAnotherInstitutionIsLikeNone() {
    String id = grant("documents-read");
    for (String path : List.of("/consents/", "/fhir/Consent/")) {
      Answer foreign = YOUTH_OFFICE_SYSTEM.get(path + id).is(404);
      String unknown = UUID.randomUUID().toString();
      Answer none = YOUTH_OFFICE_SYSTEM.get(path + unknown).is(404);
      assertThat(foreign.response().body().replace(id, unknown)).isEqualTo(none.response().body());
    }
    assertThat(YOUTH_OFFICE_SYSTEM.get("/consents?count=200").response().body()).doesNotContain(id);
  }

  @Test
  void pseudonymOfAnotherInstitutionFindsNothing() {
    grant("documents-read");
    assertThat(
            JOBCENTER_SYSTEM.get("/consents?patient=" + pseudonymElsewhere).json().at("/consents"))
        .isEmpty();
    assertThat(
            JOBCENTER_SYSTEM
                .get("/fhir/Consent?patient=" + pseudonymElsewhere)
                .is(200)
                .json()
                .has("entry"))
        .isFalse();
    assertThat(JOBCENTER_SYSTEM.get("/consents?patient=" + pseudonym).json().at("/consents"))
        .hasSize(1);
  }

  @Test
  void pagesFollowEachOtherWithoutGap() {
    Office provider = Office.of(REGISTRY, PROVIDER);
    Set<String> given = new TreeSet<>();
    for (int i = 0; i < 3; i++) {
      Phone one = Phone.linkedAt(REGISTRY, PROVIDER, YOUTH_OFFICE);
      given.add(one.grant(PROVIDER, List.of(provision("messages", YOUTH_OFFICE))).text("id"));
    }
    Set<String> read = new TreeSet<>();
    String path = "/consents?state=active&count=1";
    for (String next = path; !next.isEmpty(); ) {
      JsonNode page = provider.get(next).is(200).json();
      page.path("consents").forEach(one -> read.add(one.path("id").asString()));
      next = page.path("next").isNull() ? "" : path + "&after=" + page.path("next").asString();
    }
    assertThat(read).containsAll(given);
    Set<String> found = new TreeSet<>();
    for (String next = "Consent?status=active&_count=2"; !next.isEmpty(); ) {
      JsonNode page = provider.get("/fhir/" + next).is(200).json();
      page.path("entry").forEach(one -> found.add(one.at("/resource/id").asString()));
      next = page.at("/link/1/url").asString();
    }
    assertThat(found).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/consents?client=1", "/consents?patient=1", "/consents?patient=",
            "/consents?state=blocked",
        "/consents?after=x", "/consents?count=0", "/consents?count=201",
            "/consents?state=active&state=ended"
      })
  void queryThatIsNotUnderstoodIsRefused(String path) {
    JOBCENTER_SYSTEM.get(path).isProblem(400, "malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "/fhir/Consent?_id=1, 400, invalid",
    "/fhir/Consent?patient:missing=true, 400, invalid",
    "/fhir/Consent?status=blocked, 400, invalid",
    "/fhir/Consent?_count=x, 400, invalid",
    "/fhir/Consent/4711, 400, invalid",
    "/fhir/Consent/00000000-0000-4000-8000-000000000000?_format=xml, 400, invalid",
    "/fhir/Consent/00000000-0000-4000-8000-000000000000, 404, not-found"
  })
  void refusalBelowFhirIsAnOperationOutcome(String path, int status, String code) {
    Answer answer = JOBCENTER_SYSTEM.get(path).is(status);
    assertThat(answer.text("resourceType")).isEqualTo("OperationOutcome");
    assertThat(answer.json().at("/issue/0/code").asString()).isEqualTo(code);
  }

  @Test
  void otherPortsAndStrangersGetNothing() throws Exception {
    phone.get("/consents").isProblem(404, "not-found");
    phone.get("/fhir/Consent").is(404);
    Office stranger = Office.of(REGISTRY, "nobody-here");
    stranger.get("/consents").isProblem(401, "unknown-caller");
    assertThat(stranger.get("/fhir/Consent").is(401).text("resourceType"))
        .isEqualTo("OperationOutcome");
  }

  @Test
  void xmlIsNotAcceptable() throws Exception {
    HttpResponse<String> answer =
        JOBCENTER_SYSTEM
            .http()
            .send(
                HttpRequest.newBuilder(REGISTRY.uri(Port.INSTITUTIONS, "/fhir/Consent"))
                    .header("Accept", "application/fhir+xml")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(Answer.checked(answer).is(406).text("resourceType")).isEqualTo("OperationOutcome");
  }

  private String grant(String... permissions) {
    return phone
        .grant(
            JOBCENTER,
            java.util.Arrays.stream(permissions)
                .map(permission -> provision(permission, YOUTH_OFFICE))
                .toList())
        .text("id");
  }

  private static List<String> permissions(Answer consent) {
    return consent
        .json()
        .path("provisions")
        .valueStream()
        .map(one -> one.path("permission").asString())
        .toList();
  }

  private static String withoutTime(String body) {
    return body.replaceAll("\"dateTime\":\"[^\"]*\"", "");
  }
}
