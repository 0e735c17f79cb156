package net.sociallook.adapter.jobcenter;

import static net.sociallook.testbed.adapter.Answers.ids;
import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import net.sociallook.testbed.adapter.Answers;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rows as they are found in real case systems. */
class OddRowsIT {
  private static final String SEARCH = "/fhir/Appointment?patient=" + Surroundings.JONAS;
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
  @CsvSource({
    "loeschkz, 1",
    "kz, IN",
    "kz, XX",
    "kz, ''",
    "beginn, ''",
    "dauer, '  '",
    "anlass, ''",
    "kdnr, ''",
    "geaendert, ''"
  })
  void whatIsDeletedInternalOrIncompleteIsNotThere(String field, String value) throws Exception {
    List<String> before = found("");
    ObjectNode row = CaseSystem.appointment(CaseSystem.JONAS, "20.12.2026 10:00");
    row.put(field, value);
    long number = running.system.stock().add("termine", row);

    assertThat(found("")).isEqualTo(before);
    assertRefused(
        gateway.get("/fhir/Appointment/termin-" + number, Surroundings.JONAS), 404, "not-found");
  }

  @Test
  void draftsSanctionsAndDocumentsWithoutFilesAreNotThere() throws Exception {
    String search = "/fhir/DocumentReference?patient=" + Surroundings.EMRE + "&date=1999";
    assertThat(documents(search)).isEmpty();
    add("status", "05");
    add("doktyp", "ANH");
    add("doktyp", "MIN");
    long withoutFile = add("status", "10");
    running.system.stock().row("dokumente", withoutFile).orElseThrow().putArray("dateien");
    long shown = add("doktyp", "ZZZ");

    assertThat(documents(search)).containsExactly("dokument-" + shown);
  }

  @ParameterizedTest
  @CsvSource({
    "29.03.2026 01:30, 2026-03-29T01:30:00.000+01:00, 2026-03-29T03:30:00.000+02:00",
    "25.10.2026 02:30A, 2026-10-25T02:30:00.000+02:00, 2026-10-25T02:30:00.000+01:00",
    "25.10.2026 02:30B, 2026-10-25T02:30:00.000+01:00, 2026-10-25T03:30:00.000+01:00",
    "31.12.2026 23:30, 2026-12-31T23:30:00.000+01:00, 2027-01-01T00:30:00.000+01:00"
  })
  void timesAreOnTheClockOfTheJobcenter(String local, String start, String end) throws Exception {
    long number =
        running.system.stock().add("termine", CaseSystem.appointment(CaseSystem.JONAS, local));

    JsonNode appointment =
        Answers.json(gateway.get("/fhir/Appointment/termin-" + number, Surroundings.JONAS));

    assertThat(instant(appointment, "start")).isEqualTo(OffsetDateTime.parse(start).toInstant());
    assertThat(instant(appointment, "end")).isEqualTo(OffsetDateTime.parse(end).toInstant());
  }

  @Test
  void whatIsFoundByItsDayIsWhatBeginsOnThatDay() throws Exception {
    long last = add("31.10.2027 23:30");
    long first = add("01.11.2027 00:00");

    assertThat(found("&date=2027-10")).containsExactly("termin-" + last);
    assertThat(found("&date=2027-11")).containsExactly("termin-" + first);
    assertThat(found("&date=ge2027-10-31T22:30:00Z&date=lt2028")).hasSize(2);
    assertThat(found("&date=gt2027-10-31T22:30:00Z&date=lt2028"))
        .containsExactly("termin-" + first);
  }

  @Test
  void oneValueThatIsNotUnderstoodFailsTheWholeSearch() throws Exception {
    String lena = "55555555555555555555555555555555";
    running.link(lena, CaseSystem.LENA);
    String search = "/fhir/Appointment?patient=" + lena;
    assertThat(gateway.get(search, lena).statusCode()).isEqualTo(200);
    long number =
        running
            .system
            .stock()
            .add("termine", CaseSystem.appointment(CaseSystem.LENA, "29.03.2026 02:30"));

    assertRefused(gateway.get(search, lena), 503, "system-unavailable");
    assertRefused(
        gateway.get("/fhir/Appointment/termin-" + number, lena), 503, "system-unavailable");
  }

  @Test
  void customerWhomTheCaseSystemDoesNotKnowHasNothing() throws Exception {
    String stranger = "66666666666666666666666666666666";
    String malformed = "77777777777777777777777777777777";
    running.link(stranger, "999Z999999");
    running.link(malformed, "1&kdnr=" + CaseSystem.JONAS);

    for (String patient : List.of(stranger, malformed)) {
      assertRefused(gateway.get("/fhir/Patient/" + patient, patient), 404, "not-found");
      assertThat(ids(Answers.json(gateway.get("/fhir/Appointment?patient=" + patient, patient))))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"termin-1", "termin-0100", "termin-abc", "ziel-100101", "termin-100101-1", "100101"})
  void idThatIsNoneIsNotThere(String id) {
    assertRefused(gateway.get("/fhir/Appointment/" + id, Surroundings.JONAS), 404, "not-found");
  }

  private static long add(String local) {
    return running.system.stock().add("termine", CaseSystem.appointment(CaseSystem.JONAS, local));
  }

  private static long add(String field, String value) {
    ObjectNode row =
        running.system.stock().row("dokumente", newestDocument()).orElseThrow().deepCopy();
    row.put("kdnr", CaseSystem.EMRE);
    row.put("datum", "05.06.1999");
    row.put(field, value);
    return running.system.stock().add("dokumente", row);
  }

  private static long newestDocument() {
    try {
      String search = "/fhir/DocumentReference?_count=1&patient=" + Surroundings.JONAS;
      return Long.parseLong(
          ids(Answers.json(gateway.get(search, Surroundings.JONAS)))
              .getFirst()
              .substring("dokument-".length()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> documents(String search) throws Exception {
    return ids(Answers.json(gateway.get(search, Surroundings.EMRE)));
  }

  private static List<String> found(String more) throws Exception {
    return ids(Answers.json(gateway.get(SEARCH + "&_count=100" + more, Surroundings.JONAS)));
  }

  private static Instant instant(JsonNode appointment, String field) {
    return OffsetDateTime.parse(appointment.get(field).asString()).toInstant();
  }
}
