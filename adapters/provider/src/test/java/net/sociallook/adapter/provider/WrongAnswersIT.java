package net.sociallook.adapter.provider;

import static net.sociallook.adapter.provider.StubServer.bundle;
import static net.sociallook.adapter.provider.StubServer.goal;
import static net.sociallook.adapter.provider.StubServer.send;
import static net.sociallook.testbed.adapter.Answers.ids;
import static net.sociallook.testbed.adapter.Answers.json;
import static net.sociallook.testbed.adapter.Answers.next;
import static net.sociallook.testbed.adapter.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An existing server that answers late, too much, or not what it was asked for. */
@Timeout(120)
class WrongAnswersIT {
  private static final String SEARCH = "/fhir/Goal?patient=" + Surroundings.JONAS;
  private static Surroundings around;
  private static StubServer server;
  private static ProviderAdapter adapter;
  private static GatewayNode gateway;

  @BeforeAll
  static void start() {
    around = new Surroundings("job-coaching-harz");
    server = new StubServer();
    adapter = ProviderAdapter.start(Configurations.adapter(around, server.url(), "goals"));
    around.link(adapter.port(), Surroundings.JONAS, "TN-1000");
    gateway = new GatewayNode(around, adapter.port());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    adapter.close();
    server.close();
    around.close();
  }

  static Stream<String> unreadable() {
    String many = "[".repeat(5_000);
    return Stream.of(
        "",
        "GEHEIM",
        "{",
        "[]",
        "null",
        "<Bundle xmlns='http://hl7.org/fhir'/>",
        "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"entry\": " + many,
        "{\"resourceType\": \"Bundle\", \"type\": \"batch\"}",
        "{\"resourceType\": \"Geheim\"}",
        goal(1, 1000),
        bundle("", "{\"resourceType\": \"Patient\", \"id\": \"1000\"}"),
        bundle("", goal(1, 1000, "\"geheim\": \"GEHEIM\",")),
        bundle("", goal(1, 1000).replace("active", "GEHEIM")),
        bundle("", goal(1, 1000).replace("2026-10-01", "GEHEIM")),
        bundle("", goal(1, 1000).replace("\"lastUpdated\": \"2026-11-01T10:00:00Z\",", "")),
        bundle("", goal(1, 1000).replace("\"lifecycleStatus\": \"active\",", "")),
        bundle(
            "",
            goal(1, 1000),
            """
            {"resourceType": "OperationOutcome", "issue": [
              {"severity": "error", "code": "exception", "diagnostics": "GEHEIM"}]}\
            """));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatCannotBeReadIsAFailureAndNeverPartOfAnAnswer(String body) {
    server.goals(body);

    assertUnavailable(get(SEARCH));
    assertUnavailable(get("/fhir/Goal/1"));
  }

  @Test
  void recordWithoutAnIdEndsTheSearch() {
    server.goals(bundle("", goal(2, 1000), goal(1, 1000).replace("\"id\": \"1\",", "")));

    assertUnavailable(get(SEARCH));
  }

  @Test
  void bytesThatAreNotUtf8AreAFailure() {
    byte[] body =
        bundle("", goal(1, 1000)).replace("GEHEIM", "ä").getBytes(StandardCharsets.ISO_8859_1);
    server.goals(exchange -> send(exchange, 200, body));

    assertUnavailable(get(SEARCH));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 302, 400, 401, 403, 404, 410, 429, 500, 503})
  void anyOtherStatusIsAFailure(int status) {
    server.goals(exchange -> {
      exchange.getResponseHeaders().set("Location", server.url() + "/Goal?again");
      exchange.sendResponseHeaders(status, -1);
    });
    server.asked.clear();

    assertUnavailable(get(SEARCH));
    assertThat(server.asked).noneMatch(target -> target.endsWith("again"));
  }

  @Test
  void recordOfAnotherClientEndsTheSearch() {
    server.goals(bundle("", goal(1, 1000), goal(2, 1001)));

    assertUnavailable(get(SEARCH));
    assertRefused(get("/fhir/Goal/2"), 404, "not-found");
    assertThat(get("/fhir/Goal/1").statusCode()).isEqualTo(200);
  }

  @Test
  void recordThatDoesNotSayWhoseItIsEndsTheSearch() {
    for (String subject :
        List.of(
            "{\"reference\": \"http://example.org/fhir/Patient/1000\"}",
            "{\"reference\": \"Group/1000\"}",
            "{\"display\": \"TN-1000\"}")) {
      server.goals(bundle("", goal(1, 1000).replace("{\"reference\": \"Patient/1000\"}", subject)));

      assertUnavailable(get(SEARCH));
      assertRefused(get("/fhir/Goal/1"), 404, "not-found");
    }
  }

  @Test
  void recordWithAModifierIsNotThere() throws Exception {
    String modifier =
        "\"modifierExtension\": [{\"url\": \"https://x.example\", \"valueBoolean\": true}],";
    String rules = "\"implicitRules\": \"https://x.example\",";
    server.goals(bundle("", goal(1, 1000), goal(2, 1000, modifier), goal(3, 1000, rules)));

    assertThat(ids(json(get(SEARCH)))).containsExactly("1");
    assertRefused(get("/fhir/Goal/2"), 404, "not-found");
    assertRefused(get("/fhir/Goal/3"), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ELSEWHERE/Goal?page=2",
        "BASE@ELSEWHERE/Goal?page=2",
        "http://127.0.0.1.example.org/fhir/Goal?page=2",
        "//example.org/fhir",
        "/fhir/Goal?page=2",
        "BASEx/Goal?page=2",
        "BASE/../admin",
        "BASE/Goal?page=2 ä",
        "file:///etc/passwd"
      })
  void nextPageElsewhereIsNotAskedFor(String next) {
    try (StubServer elsewhere = new StubServer()) {
      String link = next.replace("BASE", server.url()).replace("ELSEWHERE", elsewhere.url());
      server.goals(bundle(link, goal(1, 1000)));
      server.asked.clear();

      assertUnavailable(get(SEARCH));
      assertThat(server.asked).hasSize(2);
      assertThat(elsewhere.asked).isEmpty();
    }
  }

  @Test
  void circleOfPagesIsAFailure() {
    server.goals(bundle(server.url() + "/Goal?page=2", goal(1, 1000)));

    assertUnavailable(get(SEARCH));
  }

  @Test
  void endlessPagesAreAFailure() {
    AtomicInteger page = new AtomicInteger();
    server.goals(exchange -> {
      int n = page.incrementAndGet();
      send(exchange, 200, bundle(server.url() + "/Goal?page=" + n, goal(n, 1000)));
    });

    assertUnavailable(get(SEARCH));
    assertThat(page.get()).isLessThanOrEqualTo(1_000);
  }

  @Test
  void cursorThatIsForgottenBeginsTheWalkAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    server.goals(exchange -> {
      if (!exchange.getRequestURI().toString().contains("page=2")) {
        send(exchange, 200, bundle(server.url() + "/Goal?page=2", goal(1, 1000)));
      } else if (asked.incrementAndGet() == 1) {
        exchange.sendResponseHeaders(410, -1);
      } else {
        send(exchange, 200, bundle("", goal(2, 1000)));
      }
    });

    assertThat(ids(json(get(SEARCH)))).containsExactly("2", "1");
  }

  @Test
  void cursorThatIsAlwaysForgottenIsAFailure() {
    server.goals(exchange -> {
      if (exchange.getRequestURI().toString().contains("page=2")) {
        exchange.sendResponseHeaders(410, -1);
      } else {
        send(exchange, 200, bundle(server.url() + "/Goal?page=2", goal(1, 1000)));
      }
    });

    assertUnavailable(get(SEARCH));
  }

  @Test
  void tenThousandRepeatedAndInDisorderAreOnPagesOnce() throws Exception {
    List<String> goals = new ArrayList<>(List.of(StubServer.goals(1, 5_001)));
    goals.addAll(goals.reversed());
    server.goals(bundle("", goals.toArray(String[]::new)));

    JsonNode first = json(get(SEARCH + "&_count=100"));
    JsonNode second = json(get(SEARCH + "&_count=100&_page=" + next(first)));

    assertThat(ids(first)).hasSize(100).startsWith("5000", "4999").endsWith("4901");
    assertThat(ids(second)).hasSize(100).startsWith("4900");
  }

  @Test
  void pagesStayWholeWhileTheServerChanges() throws Exception {
    server.goals(bundle("", StubServer.goals(1, 5)));
    JsonNode first = json(get(SEARCH + "&_count=2"));

    server.goals(bundle("", goal(2, 1000), goal(7, 1000), goal(1, 1000)));
    JsonNode second = json(get(SEARCH + "&_count=2&_page=" + next(first)));

    assertThat(ids(first)).containsExactly("4", "3");
    assertThat(ids(second)).containsExactly("2", "1");
    assertThat(next(second)).isEmpty();
  }

  @Test
  void answerThatIsTooLongIsCutOff() {
    server.goals(bundle("", goal(1, 1000).replace("GEHEIM", "x".repeat(9 * 1024 * 1024))));

    assertUnavailable(get(SEARCH));
  }

  @Test
  void answerThatComesDropByDropIsGivenUp() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    server.goals(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      await(over);
    });
    long start = System.nanoTime();

    assertUnavailable(get(SEARCH));
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(9);
    over.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertUnavailable(HttpResponse<String> response) {
    assertRefused(response, 503, "system-unavailable");
    assertThat(response.body()).doesNotContain("GEHEIM");
  }

  private static HttpResponse<String> get(String target) {
    return gateway.get(target, Surroundings.JONAS);
  }
}
