package net.sociallook.adapter.jobcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.sociallook.adapter.jobcenter.simulation.Simulation;
import net.sociallook.testbed.adapter.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The existing system itself, as the adapter finds it. */
@Timeout(120)
class SimulationIT {
  private static final List<String> COLLECTIONS =
      List.of(
          "dokumente",
          "termine",
          "zeitfenster",
          "kalender",
          "ziele",
          "kooperationsplaene",
          "postfach",
          "vermittlungsauftraege",
          "aufgaben");

  @Test
  void processSaysThatItIsReadyAndIsHealthyWithoutAKey() throws Exception {
    try (ChildProcess simulation =
        ChildProcess.start(List.of("-Xmx64m"), Simulation.class, CaseSystem.properties())) {
      int port =
          simulation.port(Pattern.compile("case system simulation.properties on port (\\d+)"));

      assertThat(get(port, "/health", "").statusCode()).isEqualTo(200);
      assertThat(get(port, "/fallwerk/v3/status", "").statusCode()).isEqualTo(403);
      assertThat(get(port, "/fallwerk/v3/status", "falsch").statusCode()).isEqualTo(403);
      assertThat(get(port, "/fallwerk/v3/status", CaseSystem.SECRET).statusCode()).isEqualTo(200);
      assertThat(get(port, "/__admin/mappings", CaseSystem.SECRET).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void samePeopleMakeTheSameData() throws Exception {
    Path properties = CaseSystem.properties();
    try (Simulation one = Simulation.start(properties);
        Simulation two = Simulation.start(properties)) {
      for (String collection : COLLECTIONS) {
        List<JsonNode> rows = rows(one.port(), collection, CaseSystem.LENA);

        assertThat(rows).as(collection).isNotEmpty();
        assertThat(rows(two.port(), collection, CaseSystem.LENA)).isEqualTo(rows);
      }
    }
  }

  @Test
  void everyCustomerHasSomethingOfEverything() throws Exception {
    try (Simulation simulation = Simulation.start(CaseSystem.properties())) {
      for (String customer : List.of(CaseSystem.JONAS, CaseSystem.EMRE, CaseSystem.LENA)) {
        int port = simulation.port();
        assertThat(rows(port, "dokumente", customer)).hasSizeBetween(5, 10);
        assertThat(texts(rows(port, "termine", customer), "kz"))
            .contains("WA", "NE", "AB", "FE", "GE");
        assertThat(texts(rows(port, "kooperationsplaene", customer), "stand"))
            .containsExactly("L", "E");
        assertThat(texts(rows(port, "zeitfenster", customer), "belegung")).contains("0", "1");
        assertThat(rows(port, "postfach", customer))
            .extracting(row -> row.at("/von/art").asText())
            .contains("SB", "STELLE", "EXTERN");
        assertThat(rows(port, "ziele", customer)).hasSize(4);
        assertThat(rows(port, "vermittlungsauftraege", customer)).hasSize(1);
        assertThat(rows(port, "aufgaben", customer)).hasSize(3);
      }
    }
  }

  @Test
  void ticketIsGoodOnce() throws Exception {
    try (Simulation simulation = Simulation.start(CaseSystem.properties())) {
      int port = simulation.port();
      String number = rows(port, "dokumente", CaseSystem.JONAS).getFirst().path("satznr").asText();
      String ticket =
          json(port, "dokumente/" + number + "/dateien/1/schein").at("/daten/schein").asText();
      String target = "/fallwerk/v3/abholung/" + ticket;

      assertThat(get(port, target, CaseSystem.SECRET).statusCode()).isEqualTo(200);
      assertThat(get(port, target, CaseSystem.SECRET).statusCode()).isEqualTo(410);
    }
  }

  @Test
  void wrongConfigurationIsRefused() throws Exception {
    Path properties = CaseSystem.properties();
    Files.writeString(properties, Files.readString(properties) + "\nzone=UTC\n");

    assertThatThrownBy(() -> Simulation.start(properties))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("zone");
  }

  private static List<JsonNode> rows(int port, String collection, String customer)
      throws Exception {
    String first = collection + "?sortierung=ab&proSeite=50&kdnr=" + customer;
    List<JsonNode> rows = new ArrayList<>();
    JsonNode page = json(port, first + "&seite=1");
    page.path("daten").forEach(rows::add);
    while (!page.path("weiter").asText().isEmpty()) {
      page = json(port, first + "&weiter=" + page.path("weiter").asText());
      page.path("daten").forEach(rows::add);
    }
    return rows;
  }

  private static List<String> texts(List<JsonNode> rows, String field) {
    return rows.stream().map(row -> row.path(field).asText()).toList();
  }

  private static JsonNode json(int port, String target) throws Exception {
    HttpResponse<String> response = get(port, "/fallwerk/v3/" + target, CaseSystem.SECRET);
    JsonNode answer = new ObjectMapper().readTree(response.body());
    assertThat(answer.path("fehlercode").asText()).isEqualTo("0");
    return answer;
  }

  private static HttpResponse<String> get(int port, String target, String key) throws Exception {
    // HTTP/2 is asked for by an upgrade of the first request, which this server at times muddles
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target));
      if (!key.isEmpty()) {
        request.header("X-Fallwerk-Schluessel", key);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
