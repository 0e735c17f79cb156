package net.sociallook.adapter.youthoffice;

import static net.sociallook.testbed.adapter.Answers.ids;
import static net.sociallook.testbed.adapter.Answers.json;
import static net.sociallook.testbed.adapter.Answers.next;
import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The kinds of data besides documents, as a gateway gets them. */
@Timeout(120)
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
  @ValueSource(strings = {"Appointment", "Goal", "CarePlan", "Communication"})
  void searchAnswersWhatIsAboutThePatientAndReadTheSame(String type) throws Exception {
    HttpResponse<String> response = get("/fhir/" + type + "?" + PATIENT, Surroundings.JONAS);
    JsonNode bundle = json(response);
    List<String> others =
        ids(json(get("/fhir/" + type + "?patient=" + Surroundings.EMRE, Surroundings.EMRE)));

    assertThat(bundle.has("total")).isFalse();
    assertThat(ids(bundle)).isNotEmpty().doesNotContainAnyElementsOf(others);
    assertThat(response.body())
        .contains("\"Patient/" + Surroundings.JONAS + "\"")
        .doesNotContain("4711");
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
    "Goal?PATIENT, Goal?PATIENT&lifecycle-status=completed, 1",
    "CarePlan?PATIENT, CarePlan?PATIENT&status=active, 1",
    "CarePlan?PATIENT, CarePlan?PATIENT&category=other, 0",
    "Communication?PATIENT, Communication?PATIENT&category=reminder, 1",
    "Communication?PATIENT, Communication?PATIENT&sent=2026-11-09, 1",
    "Communication?PATIENT, Communication?PATIENT&_lastUpdated=lt2020, 0",
    "Slot?start=2026-11-20, Slot?start=2026-11-20&status=free, -1",
    "Schedule?date=2026-11-21, Schedule?date=2026-11-21, 1",
    "Schedule?date=ge2026, Schedule?date=2025, 0"
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
    JsonNode goals = json(get("/fhir/Goal?" + PATIENT + "&_count=100", Surroundings.JONAS));
    String due = goals.findValuesAsString("dueDate").getFirst();

    JsonNode found = json(get("/fhir/Goal?" + PATIENT + "&target-date=" + due, Surroundings.JONAS));

    assertThat(found.findValuesAsString("dueDate")).isNotEmpty().containsOnly(due);
  }

  @Test
  void slotsAreThoseOfTheResponsibleCaseworker() throws Exception {
    List<String> calendars = found("Schedule?date=ge2026");

    assertThat(calendars).hasSize(1);
    assertThat(found("Slot?schedule=" + calendars.getFirst() + "&_count=5")).hasSize(5);
    assertThat(found("Slot?schedule=Schedule/" + calendars.getFirst() + "&_count=5")).hasSize(5);
    assertThat(found("Slot?schedule=kalender-999")).isEmpty();
  }

  @Test
  void contactHasThePseudonymAndNothingOfTheCaseSystem() throws Exception {
    HttpResponse<String> response = get("/fhir/Patient/" + Surroundings.JONAS, Surroundings.JONAS);

    assertThat(json(response).get("id").asString()).isEqualTo(Surroundings.JONAS);
    assertThat(json(response).at("/name/0/family").asString()).isEqualTo("Müller");
    assertThat(response.body()).doesNotContain("4711");
    assertRefused(get("/fhir/Patient/" + Surroundings.EMRE, Surroundings.JONAS), 404, "not-found");
    assertRefused(get("/fhir/Patient/4711", Surroundings.JONAS), 404, "not-found");
    String search = "/fhir/Patient?" + PATIENT;
    assertRefused(
        gateway
            .caller()
            .sendUnchecked(gateway.request(search, gateway.state(search, Surroundings.JONAS))),
        404,
        "unknown-path");
  }

  @Test
  void internalAppointmentsDraftsAndDeletedRowsAreNotThere() throws Exception {
    List<String> before = found("Appointment?PATIENT");
    running.system.run(
        """
        insert into termin select 9001, akt_id, null, 'I', beginn, ende, anlass, kürzel, ort, null,
          null, null, 1, null, geändert_am, 'N' from termin where ter_id = 101;
        insert into termin select 9002, akt_id, null, 'V', beginn, ende, anlass, kürzel, ort, null,
          null, null, 1, null, geändert_am, 'J' from termin where ter_id = 101;
        insert into hilfeplan select 9001, akt_id, 'E', titel, beginn, ende, kürzel, 1, null,
          geändert_am, 'N' from hilfeplan where plan_id = 1;
        insert into ziel values (9001, 9001, 'L', 'Entwurf', '2026-01-01', null, null, null,
          '2026-01-01T10:00:00Z', 'N');
        """);

    assertThat(found("Appointment?PATIENT")).isEqualTo(before);
    for (String path :
        List.of(
            "Appointment/termin-9001",
            "Appointment/termin-9002",
            "Goal/ziel-9001",
            "CarePlan/plan-9001")) {
      assertRefused(get("/fhir/" + path, Surroundings.JONAS), 404, "not-found");
    }
    assertThat(found("Goal?PATIENT&_count=100")).doesNotContain("ziel-9001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Appointment?PATIENT", "Goal?PATIENT", "Slot?status=free"})
  void pagesHoldEverythingOnce(String search) throws Exception {
    List<String> all = found(search + "&_count=100");
    List<String> seen = new ArrayList<>();
    int size = Math.max(2, all.size() / 3);
    String target = target(search) + "&_count=" + size;
    JsonNode page = json(get(target, Surroundings.JONAS));
    seen.addAll(ids(page));
    for (String next = next(page); !next.isEmpty(); next = next(page)) {
      assertRefused(
          get(target("Communication?PATIENT") + "&_page=" + next, Surroundings.JONAS),
          400,
          "page-unknown");
      page = json(get(target + "&_page=" + next, Surroundings.JONAS));
      seen.addAll(ids(page));
    }

    assertThat(seen).isEqualTo(all).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Goal?PATIENT&achievement-status=not-achieved",
        "Appointment?PATIENT&reason-code=x",
        "Appointment?PATIENT&comment=x",
        "Appointment?PATIENT&status:not=noshow",
        "Slot?PATIENT",
        "Schedule?PATIENT",
        "CarePlan?PATIENT&goal=x",
        "Communication?PATIENT&_include=Communication:sender",
        "Patient/JONAS?_elements=name"
      })
  void unknownParameterIsRefused(String search) {
    assertRefused(get(target(search), Surroundings.JONAS), 400, "parameter-unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Appointment?PATIENT&status=no-show",
        "Goal?PATIENT&lifecycle-status=done",
        "Goal?PATIENT&target-date=soon",
        "Slot?schedule=Patient/1",
        "Appointment?status=booked",
        "Schedule?date="
      })
  void valueThatIsNotUnderstoodIsRefused(String search) {
    assertRefused(get(target(search), Surroundings.JONAS), 400, "parameter-value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ServiceRequest?PATIENT", "Task?PATIENT", "Task/a-1"})
  void whatTheCaseSystemHasNotIsNotKept(String search) {
    assertRefused(get(target(search), Surroundings.JONAS), 404, "kind-not-kept");
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
            "Binary");
    assertThat(resources.get(4).get("searchParam").findValuesAsString("name"))
        .containsExactly(
            "patient", "lifecycle-status", "target-date", "_lastUpdated", "_count", "_page");
    assertThat(resources.get(7).has("searchParam")).isFalse();
    assertThat(resources.get(7).findValuesAsString("code")).containsExactly("read");
  }

  private static List<String> found(String search) throws Exception {
    return ids(json(get(target(search), Surroundings.JONAS)));
  }

  private static String target(String search) {
    return "/fhir/"
        + search.replace("PATIENT", PATIENT).replace("/JONAS", "/" + Surroundings.JONAS);
  }

  private static HttpResponse<String> get(String target, String patient) {
    return gateway.get(target, patient);
  }
}
