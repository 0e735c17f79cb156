package net.sociallook.adapter.jobcenter;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Health;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The case system answers in its odd ways, or does not. The caller learns that, and no more. */
@Timeout(120)
class SystemErrorsIT {
  private static final String CANARY = "Mueller-Kanarienvogel";
  private static final String SEARCH = "/fhir/Goal?patient=" + Surroundings.JONAS;
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

  @AfterEach
  void calm() {
    running.system.simulation.forget();
    running.system.simulation.service().nightRun(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'fehlercode':'5001','fehlertext':'CANARY','daten':null}",
        "{'fehlercode':'CANARY','daten':[]}",
        "{'fehlertext':'CANARY','daten':[]}",
        "{'fehlercode':'0','daten':null}",
        "{'fehlercode':'0','daten':{'a':'CANARY'}}",
        "{'fehlercode':'0','daten':['CANARY']}",
        "{'fehlercode':'0','weiter':'','daten':[{'satznr':'CANARY'}]}",
        "{'fehlercode':'0','weiter':'../CANARY','daten':[]}",
        "{'fehlercode':'0','fehlercode':'0','daten':[]}",
        "{'fehlercode':'0','daten':[]} CANARY",
        "{'fehlercode':'0','daten':[",
        "[]",
        "",
        "<html>CANARY</html>"
      })
  void answerThatIsNoneFailsWithoutRepeatingIt(String body) throws Exception {
    disturb(aResponse().withBody(body.replace('\'', '"').replace("CANARY", CANARY)));

    assertUnavailable();
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 400, 401, 403, 404, 423, 500, 503})
  void otherStatusFails(int status) throws Exception {
    disturb(
        aResponse()
            .withStatus(status)
            .withHeader("Location", "/health")
            .withBody("{\"fehlercode\":\"0\",\"daten\":[],\"x\":\"" + CANARY + "\"}"));

    assertUnavailable();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void brokenConnectionFails(Fault fault) throws Exception {
    disturb(aResponse().withFault(fault));

    assertUnavailable();
  }

  @Test
  void answerThatIsTooLongFails() throws Exception {
    disturb(
        aResponse()
            .withBody(
                "{\"fehlercode\":\"0\",\"daten\":[],\"x\":\""
                    + "x".repeat(5 * 1024 * 1024)
                    + "\"}"));

    assertUnavailable();
  }

  @Test
  void systemThatIsTooSlowFailsInTime() throws Exception {
    disturb(aResponse().withBody("{}").withFixedDelay(30_000));
    Instant before = Instant.now();

    assertUnavailable();

    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void answerThatTricklesFailsInTime() throws Exception {
    disturb(aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(100, 60_000));
    Instant before = Instant.now();

    assertUnavailable();

    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void nightRunIsToldAndPasses() throws Exception {
    running.system.simulation.service().nightRun(true);
    assertUnavailable();
    assertThat(health()).isEqualTo(503);

    running.system.simulation.service().nightRun(false);
    assertThat(gateway.get(SEARCH, Surroundings.JONAS).statusCode()).isEqualTo(200);
    assertThat(health()).isEqualTo(200);
  }

  @Test
  void anotherCustomersRowFailsTheWholeSearch() throws Exception {
    String row =
        CaseSystem.appointment(CaseSystem.EMRE, "24.12.2026 10:00").put("satznr", "1").toString();
    disturb(aResponse().withBody("{\"fehlercode\":\"0\",\"weiter\":\"\",\"daten\":[" + row + "]}"));

    assertRefused(
        gateway.get("/fhir/Appointment?patient=" + Surroundings.JONAS, Surroundings.JONAS),
        503,
        "system-unavailable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7,8", "8,8"})
  void rowsOutOfOrderFailTheWholeSearch(String numbers) throws Exception {
    StringBuilder rows = new StringBuilder();
    for (String number : numbers.split(",")) {
      rows.append(rows.isEmpty() ? "" : ",")
          .append(
              CaseSystem.appointment(CaseSystem.JONAS, "24.12.2026 10:00").put("satznr", number));
    }
    disturb(
        aResponse().withBody("{\"fehlercode\":\"0\",\"weiter\":\"\",\"daten\":[" + rows + "]}"));

    assertRefused(
        gateway.get("/fhir/Appointment?patient=" + Surroundings.JONAS, Surroundings.JONAS),
        503,
        "system-unavailable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{'satznr':'7'}"})
  void pagesThatGoInACircleFailTheWholeSearch(String row) throws Exception {
    disturb(
        aResponse()
            .withBody(
                ("{'fehlercode':'0','weiter':'abc','daten':[" + row + "]}").replace('\'', '"')));

    assertUnavailable();
  }

  @Test
  void bookmarksThatAreAlwaysVoidFailTheWholeSearch() {
    running.system.simulation.disturb(
        any(anyUrl())
            .withQueryParam("weiter", matching(".*"))
            .willReturn(aResponse().withBody("{\"fehlercode\":\"1010\"}")));

    assertRefused(
        gateway.get("/fhir/Slot?start=ge2026&_count=100", Surroundings.JONAS),
        503,
        "system-unavailable");
  }

  private static void disturb(ResponseDefinitionBuilder answer) {
    running.system.simulation.disturb(any(anyUrl()).willReturn(answer));
  }

  private static void assertUnavailable() {
    HttpResponse<String> response = gateway.get(SEARCH, Surroundings.JONAS);
    assertRefused(response, 503, "system-unavailable");
    assertThat(response.body()).doesNotContain(CANARY).doesNotContain("fehler");
  }

  private static int health() {
    return Health.of(running.adapter.healthPort());
  }
}
