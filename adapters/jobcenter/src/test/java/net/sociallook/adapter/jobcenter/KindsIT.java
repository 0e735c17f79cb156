package net.sociallook.adapter.jobcenter;

import static net.sociallook.testbed.adapter.Answers.ids;
import static net.sociallook.testbed.adapter.Answers.json;
import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.net.http.HttpResponse;
import java.util.List;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of data, as a gateway gets it. */
class KindsIT {
  private static final String PATIENT = "patient=" + Surroundings.JONAS;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DocumentReference",
        "Appointment",
        "Goal",
        "CarePlan",
        "Communication",
        "ServiceRequest",
        "Task"
      })
  void searchAnswersWhatIsAboutThePatientAndReadTheSame(String type) throws Exception {
    HttpResponse<String> response = get("/fhir/" + type + "?" + PATIENT, Surroundings.JONAS);
    JsonNode bundle = json(response);
    List<String> others =
        ids(json(get("/fhir/" + type + "?patient=" + Surroundings.EMRE, Surroundings.EMRE)));

    assertThat(bundle.has("total")).isFalse();
    assertThat(others).isNotEmpty();
    assertThat(ids(bundle)).isNotEmpty().doesNotContainAnyElementsOf(others);
    assertThat(response.body())
        .contains("\"Patient/" + Surroundings.JONAS + "\"")
        .doesNotContain(CaseSystem.JONAS);
    FhirContext.forR4Cached()
        .newJsonParser()
        .setParserErrorHandler(new StrictErrorHandler())
        .parseResource(response.body());
    for (JsonNode entry : bundle.get("entry")) {
      String path = "/fhir/" + type + "/" + entry.at("/resource/id").asString();
      assertThat(json(get(path, Surroundings.JONAS))).isEqualTo(entry.get("resource"));
      assertRefused(get(path, Surroundings.EMRE), 404, "not-found");
    }
    for (String other : others) {
      assertRefused(get("/fhir/" + type + "/" + other, Surroundings.JONAS), 404, "not-found");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Appointment?PATIENT, Appointment?PATIENT&status=noshow, 1",
    "Appointment?PATIENT, 'Appointment?PATIENT&status=fulfilled,cancelled', 3",
    "Appointment?PATIENT, Appointment?PATIENT&date=ge2026-11-20, 2",
    "Appointment?PATIENT, Appointment?PATIENT&date=lt2026-11-20&status=booked, 0",
    "Appointment?PATIENT, Appointment?PATIENT&date=2026-11-06, 1",
    "Appointment?PATIENT, Appointment?PATIENT&date=ge2026-11-06T10:00:00%2B01:00&date=lt2026-11-07, 1",
    "Appointment?PATIENT, Appointment?PATIENT&date=ge2026-11-06T10:30:00%2B01:00&date=lt2026-11-07, 0",
    "Goal?PATIENT, Goal?PATIENT&lifecycle-status=completed, 1",
    "CarePlan?PATIENT, CarePlan?PATIENT&status=active, 1",
    "CarePlan?PATIENT, CarePlan?PATIENT&category=other, 0",
    "CarePlan?PATIENT, CarePlan?PATIENT&category=integration, 2",
    "Communication?PATIENT, Communication?PATIENT&category=reminder, 1",
    "Communication?PATIENT, Communication?PATIENT&sent=2026-11-17, 1",
    "Communication?PATIENT, Communication?PATIENT&_lastUpdated=lt2020, 0",
    "ServiceRequest?PATIENT, ServiceRequest?PATIENT&status=active, 1",
    "ServiceRequest?PATIENT, ServiceRequest?PATIENT&status=revoked, 0",
    "Task?PATIENT, Task?PATIENT&status=requested, 1",
    "DocumentReference?PATIENT, DocumentReference?PATIENT&status=superseded, 1",
    "DocumentReference?PATIENT, 'DocumentReference?PATIENT&category=plan&status=current', 1",
    "DocumentReference?PATIENT, DocumentReference?PATIENT&type=http://loinc.org%7C18776-5, 2",
    "DocumentReference?PATIENT, DocumentReference?PATIENT&date=ge2026-11-21, 0",
    "Slot?start=2026-11-20, Slot?start=2026-11-20&status=free, -1",
    "Slot?start=2026-11-20, Slot?start=2026-11-20&status=busy-tentative, 0",
    "Schedule?date=2026-11-21, Schedule?date=2026-11-21, 1",
    "Schedule?date=ge2026, Schedule?date=2026-12-31, 1",
    "Schedule?date=ge2026, Schedule?date=2027-01-01, 0",
    "Schedule?date=ge2026, Schedule?date=lt2026-11-20, 0"
  })
  void filtersNarrowTheSearch(String all, String filtered, int expected) throws Exception {
    List<String> wide = found(all);
    List<String> narrow = found(filtered);

    assertThat(wide).isNotEmpty().containsAll(narrow);
    if (expected < 0) {
      assertThat(narrow).isNotEmpty().hasSizeLessThan(wide.size());
    } else {
      assertThat(narrow).hasSize(expected);
    }
  }

  @Test
  void goalDueOnADayIsFoundByThatDay() throws Exception {
    JsonNode goals = json(get("/fhir/Goal?" + PATIENT, Surroundings.JONAS));
    String due = goals.findValuesAsString("dueDate").getFirst();

    JsonNode found = json(get("/fhir/Goal?" + PATIENT + "&target-date=" + due, Surroundings.JONAS));

    assertThat(found.findValuesAsString("dueDate")).isNotEmpty().containsOnly(due);
  }

  @Test
  void plansNameGoalsThatCanBeRead() throws Exception {
    JsonNode plans = json(get("/fhir/CarePlan?" + PATIENT, Surroundings.JONAS));
    List<String> goals =
        plans.findValues("goal").stream()
            .flatMap(it -> it.findValuesAsString("reference").stream())
            .toList();

    assertThat(goals).hasSize(4).allMatch(it -> it.startsWith("Goal/ziel-"));
    for (String goal : goals) {
      json(get("/fhir/" + goal, Surroundings.JONAS));
    }
  }

  @Test
  void messagesNameTheInstitutionsThatSentAndReceivedThem() throws Exception {
    JsonNode messages = json(get("/fhir/Communication?" + PATIENT, Surroundings.JONAS));

    assertThat(messages.findValues("sender"))
        .extracting(it -> it.path("reference").asString())
        .contains("Organization/youth-office-nordhausen", "PractitionerRole/cw-001");
    assertThat(messages.findValues("recipient"))
        .extracting(it -> it.at("/0/reference").asString())
        .contains(
            "Organization/youth-office-nordhausen",
            "Organization/jobcenter-nordhausen",
            "Patient/" + Surroundings.JONAS);
    assertThat(messages.findValues("inResponseTo")).hasSize(2);
  }

  @Test
  void referralNamesTheProviderAndTheTaskTheReferral() throws Exception {
    JsonNode referrals = json(get("/fhir/ServiceRequest?" + PATIENT, Surroundings.JONAS));
    JsonNode tasks = json(get("/fhir/Task?" + PATIENT, Surroundings.JONAS));

    assertThat(referrals.at("/entry/0/resource/performer/0/reference").asString())
        .isEqualTo("Organization/provider-horizont");
    assertThat(tasks.findValues("focus"))
        .singleElement()
        .isEqualTo(
            JsonMapper.shared()
                .readTree("{\"reference\":\"ServiceRequest/" + ids(referrals).getFirst() + "\"}"));
  }

  @Test
  void slotsAreThoseOfTheResponsibleCaseworker() throws Exception {
    List<String> calendars = found("Schedule?date=ge2026");

    assertThat(calendars).hasSize(1);
    assertThat(found("Slot?schedule=" + calendars.getFirst() + "&_count=100")).hasSize(100);
    assertThat(found("Slot?schedule=kalender-999")).isEmpty();
    JsonNode slot = json(get("/fhir/Slot?start=2026-11-20", Surroundings.JONAS));
    assertThat(json(get("/fhir/Slot/" + ids(slot).getFirst(), Surroundings.JONAS)))
        .isEqualTo(slot.at("/entry/0/resource"));
    assertThat(get("/fhir/Schedule/" + calendars.getFirst(), Surroundings.JONAS).statusCode())
        .isEqualTo(200);
    assertThat(ids(json(get("/fhir/Schedule?date=ge2026", Surroundings.EMRE))))
        .doesNotContainAnyElementsOf(calendars);
  }

  @Test
  void contactHasThePseudonymAndNothingOfTheCaseSystem() throws Exception {
    HttpResponse<String> response = get("/fhir/Patient/" + Surroundings.JONAS, Surroundings.JONAS);

    assertThat(json(response).get("id").asString()).isEqualTo(Surroundings.JONAS);
    assertThat(json(response).at("/name/0/family").asString()).isEqualTo("Müller");
    assertThat(json(response).get("birthDate").asString()).isEqualTo("2005-03-14");
    assertThat(json(response).at("/address/0/city").asString()).isEqualTo("Nordhausen");
    assertThat(response.body()).doesNotContain(CaseSystem.JONAS);
    assertRefused(get("/fhir/Patient/" + Surroundings.EMRE, Surroundings.JONAS), 404, "not-found");
  }

  @Test
  void contactUnderABlockOfInformationIsVeryRestrictedAndWithoutAddress() throws Exception {
    running.link("44444444444444444444444444444444", CaseSystem.LENA);
    running.system.stock().customer(CaseSystem.LENA).orElseThrow().put("auskunftssperre", "J");

    JsonNode contact =
        json(
            get(
                "/fhir/Patient/44444444444444444444444444444444",
                "44444444444444444444444444444444"));

    assertThat(contact.at("/meta/security/0/code").asString()).isEqualTo("V");
    assertThat(contact.has("address")).isFalse();
  }

  @Test
  void capabilitiesAreWhatIsThere() throws Exception {
    JsonNode resources =
        json(gateway.caller().send(gateway.caller().to("/fhir/metadata"))).at("/rest/0/resource");

    assertThat(resources)
        .extracting(it -> it.get("type").asString())
        .containsExactly(
            "DocumentReference",
            "Appointment",
            "Slot",
            "Schedule",
            "Goal",
            "CarePlan",
            "Communication",
            "Patient",
            "ServiceRequest",
            "Task",
            "Binary");
  }

  private static List<String> found(String search) throws Exception {
    return ids(json(get("/fhir/" + search.replace("PATIENT", PATIENT), Surroundings.JONAS)));
  }

  private static HttpResponse<String> get(String target, String patient) {
    return gateway.get(target, patient);
  }
}
