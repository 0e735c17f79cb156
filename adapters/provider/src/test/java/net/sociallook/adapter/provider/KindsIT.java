package net.sociallook.adapter.provider;

import static net.sociallook.testbed.adapter.Answers.ids;
import static net.sociallook.testbed.adapter.Answers.json;
import static net.sociallook.testbed.adapter.Answers.next;
import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every kind of data of a provider, as a gateway gets it. */
@Timeout(120)
class KindsIT {
  private static RunningAdapter running;

  @BeforeAll
  static void start() {
    running = new RunningAdapter("horizont-ev", Configurations.ALL);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource({
    "DocumentReference, '107,106,104,102,101'",
    "Appointment, '106,105,103,102,101'",
    "Goal, '103,102,101'",
    "CarePlan, '101'",
    "Communication, '105,104,103,102,101'",
    "ServiceRequest, '102,101'",
    "Task, '102,101'"
  })
  void searchAnswersWhatIsAboutThePatientAndReadTheSame(String type, String expected)
      throws Exception {
    HttpResponse<String> response = running.jonas(type + "?patient=PATIENT");
    JsonNode bundle = json(response);

    assertThat(bundle.has("total")).isFalse();
    assertThat(ids(bundle)).containsExactly(expected.split(","));
    assertThat(response.body())
        .contains("\"Patient/" + Surroundings.JONAS + "\"")
        .doesNotContain(
            "TN-0042", "1000", "Aktenvermerk", "Sachgebiet", "StructureDefinition", "contained");
    for (JsonNode entry : bundle.get("entry")) {
      String path = type + "/" + entry.at("/resource/id").asString();
      assertThat(json(running.jonas(path))).isEqualTo(entry.get("resource"));
      assertRefused(running.emre(path), 404, "not-found");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DocumentReference?patient=PATIENT&status=superseded, 101",
    "DocumentReference?patient=PATIENT&category=certificate, '107,104,101'",
    "DocumentReference?patient=PATIENT&type=http://loinc.org%7C11488-4, '106'",
    "DocumentReference?patient=PATIENT&date=ge2026-10-20, '107,106'",
    "Appointment?patient=PATIENT&status=noshow, 102",
    "Appointment?patient=PATIENT&date=ge2026-11-21, '106,105'",
    "Goal?patient=PATIENT&lifecycle-status=active, 102",
    "Goal?patient=PATIENT&target-date=2027-02-28, 102",
    "Communication?patient=PATIENT&category=instruction, '103,101'",
    "ServiceRequest?patient=PATIENT&status=completed, 102",
    "Task?patient=PATIENT&status=in-progress, 101"
  })
  void filtersNarrowTheSearch(String search, String expected) throws Exception {
    assertThat(ids(json(running.jonas(search)))).containsExactly(expected.split(","));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DocumentReference/103",
        "DocumentReference/105",
        "Appointment/104",
        "Appointment/107",
        "Goal/104",
        "CarePlan/102",
        "Communication/106",
        "Communication/107",
        "ServiceRequest/103",
        "ServiceRequest/104",
        "Task/103",
        "Task/999999",
        "Goal/_history"
      })
  void whatIsUnfinishedSharedOrNotUnderstoodIsNotThere(String path) {
    assertThat(running.jonas(path).statusCode()).isEqualTo(404);
  }

  @Test
  void slotsAndSchedulesAreAboutNobody() throws Exception {
    List<String> calendars = ids(json(running.jonas("Schedule?date=ge2026-11-21")));
    HttpResponse<String> slots =
        running.jonas("Slot?schedule=" + calendars.getFirst() + "&status=free&_count=100");

    assertThat(calendars).containsExactly("900", "901");
    assertThat(ids(json(slots))).hasSize(20);
    assertThat(slots.body()).doesNotContain("Schedule/901", "belegt");
    assertThat(ids(json(running.jonas("Schedule?date=2025")))).isEmpty();
    assertThat(json(running.jonas("Schedule/900")).get("actor").findValuesAsString("reference"))
        .contains("PractitionerRole/cw-031");
  }

  @Test
  void contactHasThePseudonymAndTheOfficialName() throws Exception {
    HttpResponse<String> response = running.jonas("Patient/PATIENT");

    assertThat(json(response).get("id").asString()).isEqualTo(Surroundings.JONAS);
    assertThat(json(response).at("/name/0/family").asString()).isEqualTo("Müller");
    assertThat(json(response).get("birthDate").asString()).isEqualTo("2005-03-14");
    assertThat(response.body()).doesNotContain("TN-0042", "TN-0043", "Kurzname", "03631");
    assertRefused(running.jonas("Patient/" + Surroundings.EMRE), 404, "not-found");
  }

  @Test
  void localIdThatTheServerDoesNotKnowFindsNothing() throws Exception {
    String nobody = "99999999999999999999999999999999";
    running.around.link(running.adapter.port(), nobody, "TN-9999");

    assertRefused(running.gateway.get("/fhir/Patient/" + nobody, nobody), 404, "not-found");
    assertRefused(running.gateway.get("/fhir/Goal/101", nobody), 404, "not-found");
    assertThat(ids(json(running.gateway.get("/fhir/Goal?patient=" + nobody, nobody)))).isEmpty();
  }

  @Test
  void messagesNameTheInstitutionsThatSentOrGotThem() throws Exception {
    JsonNode asked = json(running.jonas("Communication/101"));
    JsonNode answered = json(running.jonas("Communication/102"));

    assertThat(asked.at("/sender/reference").asString())
        .isEqualTo("Organization/jobcenter-nordhausen");
    assertThat(asked.at("/recipient/0/reference").asString()).isEqualTo("PractitionerRole/cw-031");
    assertThat(asked.at("/category/0/coding/0/code").asString()).isEqualTo("instruction");
    assertThat(answered.at("/recipient/0/reference").asString())
        .isEqualTo("Organization/jobcenter-nordhausen");
    assertThat(answered.at("/inResponseTo/0/reference").asString()).isEqualTo("Communication/101");
    assertThat(json(running.jonas("Communication/105")).at("/recipient/0/reference").asString())
        .isEqualTo("Patient/" + Surroundings.JONAS);
  }

  @Test
  void datesThatAreCoarseAreTheFirstOrTheLastDay() throws Exception {
    assertThat(json(running.jonas("Goal/101")).get("startDate").asString()).isEqualTo("2026-01-01");
    assertThat(json(running.jonas("Goal/102")).at("/target/0/dueDate").asString())
        .isEqualTo("2027-02-28");
    JsonNode plan = json(running.jonas("CarePlan/101"));
    assertThat(plan.at("/period/end").asString()).isEqualTo("2027-05-31");
    assertThat(plan.get("goal").findValuesAsString("reference"))
        .containsExactly("Goal/102", "Goal/103");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DocumentReference?patient=PATIENT",
        "Appointment?patient=PATIENT",
        "Communication?patient=PATIENT",
        "Slot?status=free"
      })
  void pagesHoldEverythingOnce(String search) throws Exception {
    List<String> all = ids(json(running.jonas(search + "&_count=100")));
    List<String> seen = new ArrayList<>();
    String target = search + "&_count=" + Math.max(1, all.size() / 4);
    JsonNode page = json(running.jonas(target));
    seen.addAll(ids(page));
    int pages = 1;
    for (String next = next(page); !next.isEmpty(); next = next(page)) {
      page = json(running.jonas(target + "&_page=" + next));
      seen.addAll(ids(page));
      pages++;
    }

    assertThat(pages).isGreaterThan(3);
    assertThat(seen).isEqualTo(all).doesNotHaveDuplicates();
  }
}
