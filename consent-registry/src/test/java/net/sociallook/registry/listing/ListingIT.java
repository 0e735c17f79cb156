package net.sociallook.registry.listing;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.fhir.R4;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ListingIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office SYSTEM = Office.of(REGISTRY, JOBCENTER);

  @ParameterizedTest
  @EnumSource(ListedType.class)
  void allOfATypeAreValidAndReadAsTheyAreFound(ListedType type) {
    Answer found = SYSTEM.get("/fhir/" + type.code()).is(200);

    assertThat(R4.errors(found.response().body())).isEmpty();
    List<JsonNode> resources = resources(found);
    assertThat(resources).isNotEmpty();
    for (JsonNode resource : resources) {
      String id = resource.get("id").asString();
      Answer read = SYSTEM.get("/fhir/" + type.code() + "/" + id).is(200);
      assertThat(read.json()).isEqualTo(resource);
      assertThat(R4.errors(read.response().body())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ListedType.class)
  void everyReferenceLeadsToAResource(ListedType type) {
    for (JsonNode target : SYSTEM.get("/fhir/" + type.code()).json().findValues("reference")) {
      SYSTEM.get("/fhir/" + target.asString()).is(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Organization?name=jobcenter, jobcenter-nordhausen",
    "Organization?name=TRAGER, traeger-horizont",
    "Organization?name=Horizont, traeger-horizont",
    "Organization?name=orizont, ''",
    "Organization?name=Tr%C3%A4ger%2CJobcenter, jobcenter-nordhausen traeger-horizont",
    "Organization?type=benefit-authority, jobcenter-nordhausen",
    "Organization?type=govt, jobcenter-nordhausen youth-office-nordhausen",
    "Organization?type=team, jc-u25 th-u25 ya-u25",
    "Organization?type=govt&name=Jugendamt, youth-office-nordhausen",
    "Organization?type=http%3A%2F%2Fterminology.hl7.org%2FCodeSystem%2Forganization-type%7Ccg, traeger-horizont",
    "Organization?type=https%3A%2F%2Fother.example%7Ccg, ''",
    "'Organization?_id=ya-u25,traeger-horizont,nobody', traeger-horizont ya-u25",
    "Practitioner?name=weber, jc-001 th-001 ya-001",
    "Practitioner?name=Weber%5C%2C+Anna&_id=ya-001, ya-001",
    "PractitionerRole?organization=jobcenter-nordhausen, jc-001 jc-002",
    "PractitionerRole?organization=Organization/jobcenter-nordhausen, jc-001 jc-002",
    "HealthcareService?service-type=debt-advice, th-debts",
    "HealthcareService?organization=traeger-horizont&name=ausbildung, th-trainees",
    "Location?organization=traeger-horizont, traeger-horizont",
    "Location?organization=jobcenter-nordhausen, ''",
    "Endpoint?organization=traeger-horizont, traeger-horizont"
  })
  void searchFindsThese(String query, String ids) {
    assertThat(ids(SYSTEM.get("/fhir/" + query).is(200)))
        .containsExactlyElementsOf(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Organization?address=x",
        "Organization?organization=x",
        "Organization?name:contains=x",
        "Organization?name=a&name=b",
        "Organization?name=",
        "Organization?name=%2C",
        "Organization?_count=0",
        "Organization?_include=*",
        "Practitioner?organization=x",
        "HealthcareService?type=x",
        "Organization/jc-u25?name=x"
      })
  void whatIsNotUnderstoodIsRefused(String query) {
    Answer answer = SYSTEM.get("/fhir/" + query).is(400);
    assertThat(answer.text("resourceType")).isEqualTo("OperationOutcome");
    assertThat(R4.errors(answer.response().body())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Organization/nobody", "Practitioner/jc-u25", "Patient", "Patient/x", "x"})
  void whatIsNotThereIsNotFound(String path) {
    Answer answer = SYSTEM.get("/fhir/" + path).is(404);
    assertThat(answer.text("resourceType")).isEqualTo("OperationOutcome");
    assertThat(R4.errors(answer.response().body())).isEmpty();
  }

  @Test
  void pagesHaveEveryResourceOnce() {
    List<String> all = ids(SYSTEM.get("/fhir/Organization"));
    List<String> paged = new ArrayList<>();
    String next = "Organization?_count=4&name=u25,nordhausen,horizont";
    int pages = 0;
    while (!next.isEmpty()) {
      Answer page = SYSTEM.get("/fhir/" + next).is(200);
      assertThat(resources(page)).hasSizeBetween(1, 4);
      paged.addAll(ids(page));
      next = page.json().at("/link/1/url").asString();
      pages++;
    }
    assertThat(pages).isEqualTo(2);
    assertThat(paged).containsExactlyElementsOf(all);
  }

  @Test
  void endpointIsTheGatewaysAddressForTheInstitution() {
    JsonNode endpoint = SYSTEM.get("/fhir/Endpoint/" + YOUTH_OFFICE).is(200).json();
    assertThat(endpoint.get("address").asString())
        .isEqualTo("https://localhost:8443/fhir/" + YOUTH_OFFICE);
    assertThat(endpoint.toString()).doesNotContain("7001");
  }

  @Test
  void servicesAreThereAsPlainJson() {
    JsonNode services = SYSTEM.get("/services").is(200).json().get("services");
    assertThat(services.valueStream().map(one -> one.get("id").asString()))
        .containsExactly("th-debts", "th-trainees");
    assertThat(services.at("/1/institution").asString()).isEqualTo(PROVIDER);
  }

  @Test
  void strangerSeesNoDirectory() throws Exception {
    for (String path : List.of("/fhir/Organization", "/fhir/metadata", "/services")) {
      assertThat(get(RunningRegistry.anonymous(), Port.INSTITUTIONS, path)).isEqualTo(401);
      assertThat(get(RunningRegistry.as("gateway:gw-1"), Port.INSTITUTIONS, path)).isEqualTo(401);
      assertThat(get(RunningRegistry.anonymous(), Port.BROWSER, path)).isEqualTo(404);
    }
  }

  private static int get(HttpClient caller, Port port, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(REGISTRY.uri(port, path)).build();
    return Answer.checked(caller.send(request, HttpResponse.BodyHandlers.ofString())).status();
  }

  private static List<String> ids(Answer found) {
    return resources(found).stream().map(one -> one.get("id").asString()).toList();
  }

  private static List<JsonNode> resources(Answer found) {
    return found.json().path("entry").valueStream().map(one -> one.get("resource")).toList();
  }
}
