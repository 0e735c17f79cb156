package net.sociallook.adapter.provider.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The manners for which the simulated server is there: were they gone, the adapter's tests would
 * prove little.
 */
class SimulationIT {
  private static final String PEOPLE =
      """
      {"institution": {"id": "horizont-ev", "name": "HORIZONT e.V.", "kind": "provider"},
       "caseworkers": [{"id": "cw-1", "family": "A", "given": "B", "role": "r", "team": "t"}],
       "clients": [{"localId": "TN-1", "family": "C", "given": "D", "born": "2005-03-14"},
                   {"localId": "TN-2", "family": "E", "given": "F", "born": "2005-03-15"}],
       "neighbours": [{"id": "jobcenter-nordhausen", "name": "Jobcenter", "caseworkers": []}]}
      """;
  private static final Pattern NEXT = Pattern.compile("\"next\",\"url\":\"([^\"]+)\"");

  @TempDir static Path directory;
  private static HttpClient client;
  private static Simulation simulation;

  @BeforeAll
  static void start() throws IOException {
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    simulation = Simulation.start(configuration());
  }

  @AfterAll
  static void stop() {
    simulation.close();
    client.close();
  }

  @Test
  void referencesAreInEveryForm() throws Exception {
    String appointments = body(simulation, "/fhir/Appointment?patient=Patient/1000");

    assertThat(appointments)
        .contains("\"Patient/1000\"")
        .contains("\"Patient/1000/_history/2\"")
        .contains("\"http://127.0.0.1:" + simulation.port() + "/fhir/Patient/1000\"");
  }

  @Test
  void resourcesCarryWhatNobodyOutsideNeeds() throws Exception {
    assertThat(body(simulation, "/fhir/DocumentReference?_id=101"))
        .contains("\"div\"", "\"contained\"", "\"profile\"", "\"tag\"", "\"versionId\"")
        .contains("\"extension\"", "\"data\"");
    assertThat(body(simulation, "/fhir/DocumentReference?_id=105")).contains("modifierExtension");
  }

  @Test
  void searchAnswersMoreThanItWasAskedFor() throws Exception {
    String goals = body(simulation, "/fhir/Goal?patient=Patient/1000&_count=1");

    assertThat(goals).contains("OperationOutcome", "\"include\"", "\"Practitioner\"");
    assertThat(matches(goals)).isEqualTo(4);
    assertThat(body(simulation, "/fhir/CarePlan?patient=1000")).contains("Patient/1001");
    assertThat(matches(body(simulation, "/fhir/Patient?identifier=TN-1"))).isGreaterThan(1);
  }

  @Test
  void cursorIsGoodOnce() throws Exception {
    Matcher next = NEXT.matcher(body(simulation, "/fhir/DocumentReference?patient=Patient/1000"));
    assertThat(next.find()).isTrue();
    String path = URI.create(next.group(1)).getPath() + "?" + URI.create(next.group(1)).getQuery();

    assertThat(get(simulation, path).statusCode()).isEqualTo(200);
    assertThat(get(simulation, path).statusCode()).isEqualTo(410);
  }

  @Test
  void everyTypeIsTheSameAtEveryStart() throws Exception {
    try (Simulation again = Simulation.start(configuration())) {
      for (String type : SimulationConfig.TYPES.values()) {
        JsonNode first = entries(simulation, type);
        assertThat(first).isNotEmpty();
        assertThat(entries(again, type)).isEqualTo(first);
      }
    }
  }

  private static Path configuration() throws IOException {
    Files.writeString(directory.resolve("people.json"), PEOPLE);
    Files.writeString(directory.resolve("secret"), "geheim");
    return Files.write(
        directory.resolve("simulation.properties"),
        List.of(
            "institution=horizont-ev",
            "port=0",
            "secret-file=secret",
            "people=people.json",
            "today=2026-11-21",
            "kinds=" + String.join(",", SimulationConfig.TYPES.keySet())));
  }

  private static JsonNode entries(Simulation server, String type) throws Exception {
    String body = body(server, "/fhir/" + type + "?patient=Patient/1000");
    return new ObjectMapper()
        .readTree(body.replace("127.0.0.1:" + server.port(), "server"))
        .get("entry");
  }

  private static long matches(String bundle) {
    return Pattern.compile("\"mode\":\"match\"").matcher(bundle).results().count();
  }

  private static String body(Simulation server, String path) throws Exception {
    HttpResponse<String> response = get(server, path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static HttpResponse<String> get(Simulation server, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.port() + path.replace("|", "%7C"));
    return client.send(
        HttpRequest.newBuilder(address).header("Authorization", "Bearer geheim").build(),
        BodyHandlers.ofString());
  }
}
