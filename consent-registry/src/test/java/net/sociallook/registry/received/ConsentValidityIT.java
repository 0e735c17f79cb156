package net.sociallook.registry.received;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.sociallook.consent.Permission;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.fhir.R4;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What institutions get as FHIR, by a validator that is not ours. */
class ConsentValidityIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office RECIPIENT = Office.of(REGISTRY, JOBCENTER);

  private final Phone phone = new Phone(REGISTRY);
  private final String pseudonym = phone.linkTo(RECIPIENT);

  @Test
  void consentOfEveryPermissionIsValidR4AndKeepsTheRulesOfPcf() {
    List<Map<String, String>> all = new ArrayList<>();
    for (Permission permission : Permission.values()) {
      all.add(provision(permission.code(), YOUTH_OFFICE));
    }
    assertValid(consent(all));
  }

  @Test
  void narrowedConsentIsValid() {
    Map<String, String> document = provision("documents-read", YOUTH_OFFICE);
    document.put("document", "akte-17-3");
    Map<String, String> team = provision("goals-view", YOUTH_OFFICE);
    team.put("team", "jc-u25");
    Map<String, String> person = provision("messages", YOUTH_OFFICE);
    person.put("team", "jc-u25");
    person.put("caseworker", "jc-001");
    person.put("maxConfidentiality", "R");
    assertValid(consent(List.of(document, team, person)));
  }

  @Test
  void endedConsentIsValid() {
    String id = grant(List.of(provision("documents-read", YOUTH_OFFICE)));
    phone.post("/api/grants/" + id + "/withdrawal").is(200);
    assertValid(RECIPIENT.get("/fhir/Consent/" + id).is(200).json());
  }

  @Test
  void pagesAreValidAndEmptyOnesToo() {
    consent(List.of(provision("documents-read", YOUTH_OFFICE)));
    assertThat(errors(RECIPIENT.get("/fhir/Consent?patient=" + pseudonym).is(200))).isEmpty();
    assertThat(errors(RECIPIENT.get("/fhir/Consent?status=draft").is(200))).isEmpty();
    assertThat(errors(RECIPIENT.get("/fhir/Consent?_count=1").is(200))).isEmpty();
  }

  /** The validator is awake: what is wrong, it says. */
  @Test
  void brokenConsentIsNotValid() {
    JsonNode right = consent(List.of(provision("documents-read", YOUTH_OFFICE)));
    for (String member : List.of("status", "scope", "category")) {
      ObjectNode wrong = (ObjectNode) right.deepCopy();
      wrong.remove(member);
      assertThat(R4.errors(wrong.toString())).as(member).isNotEmpty();
    }
    ObjectNode foreign = ((ObjectNode) right.deepCopy()).put("foreign", 1);
    assertThat(R4.errors(foreign.toString())).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /fhir/Consent/x, 400",
    "GET, /fhir/Consent?x=1, 400",
    "GET, /fhir/Patient, 404",
    "GET, /fhir/Consent/0d6f6c1e-54e8-4c5b-9f59-0a7d0f2f3b11, 404",
    "DELETE, /fhir/Consent, 405",
    "POST, /fhir/Consent/_search, 415"
  })
  void refusalIsAValidOutcome(String method, String path, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(REGISTRY.uri(Port.INSTITUTIONS, path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer =
        RECIPIENT.http().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("OperationOutcome");
    assertThat(R4.errors(answer.body())).isEmpty();
  }

  @Test
  void refusalOfAStrangerIsAValidOutcome() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(REGISTRY.uri(Port.INSTITUTIONS, "/fhir/Consent")).build();
    HttpResponse<String> answer =
        RunningRegistry.anonymous().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(R4.errors(answer.body())).isEmpty();
  }

  private static void assertValid(JsonNode consent) {
    assertThat(R4.errors(consent.toString())).isEmpty();
    assertThat(ConsentRules.brokenBy(consent)).isEmpty();
  }

  private static List<String> errors(Answer answer) {
    return R4.errors(answer.response().body());
  }

  private JsonNode consent(List<Map<String, String>> provisions) {
    return RECIPIENT.get("/fhir/Consent/" + grant(provisions)).is(200).json();
  }

  private String grant(List<Map<String, String>> provisions) {
    for (String holder : Arrays.asList(YOUTH_OFFICE, PROVIDER)) {
      phone.linkTo(Office.of(REGISTRY, holder));
    }
    return phone.grant(JOBCENTER, provisions).text("id");
  }
}
