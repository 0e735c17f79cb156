package net.sociallook.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.CorpusWorld;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The corpus of decisions, asked of a running gateway: the same answers as of the policy. */
class ScenarioCorpusIT {
  private static final Map<String, Integer> READ_DENIED =
      Map.of(
          "permission-not-covered", 403,
          "requester-not-covered", 403,
          "not-yet-valid", 403,
          "expired", 403,
          "no-grant", 404,
          "blocked", 404);

  private static CorpusWorld world;
  private static Saying saying;

  @BeforeAll
  static void start() {
    Map<String, String> kinds =
        byInstitutions()
            .collect(
                Collectors.toMap(
                    one -> one.asked("recipient"), one -> one.asked("kind"), (a, b) -> a));
    world =
        new CorpusWorld(
            new TreeMap<>(kinds),
            byInstitutions().map(one -> one.asked("holder")).collect(Collectors.toSet()));
    saying = new Saying(world);
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void quiet() {
    world.registry.intents.clear();
    world.registry.outcomes.clear();
  }

  private static Stream<Scenario> byInstitutions() {
    return Scenario.corpus().stream().filter(Scenario::isByInstitution);
  }

  private static Stream<Scenario> sayable() {
    return byInstitutions().filter(one -> Reach.missing(one).isEmpty());
  }

  static List<Scenario> denied() {
    return sayable().filter(one -> !one.expected().isPermit()).toList();
  }

  static List<Scenario> searched() {
    return permitted("search").toList();
  }

  static List<Scenario> read() {
    return permitted("read").toList();
  }

  static List<Scenario> notServed() {
    return Scenario.corpus().stream()
        .filter(one -> Reach.missing(one).equals(Optional.of("not-served")))
        .toList();
  }

  private static Stream<Scenario> permitted(String interaction) {
    return sayable()
        .filter(one -> one.expected().isPermit() && one.asked("interaction").equals(interaction));
  }

  @ParameterizedTest
  @MethodSource("denied")
  void isDeniedAsWritten(Scenario scenario) {
    String reason = scenario.expected().then().get("deny").asString();
    boolean nothing = reason.equals("blocked") && scenario.asked("interaction").equals("search");

    HttpResponse<String> response = saying.ask(scenario, Saying.anId(scenario));

    assertThat(response.statusCode()).isEqualTo(nothing ? 200 : READ_DENIED.get(reason));
    assertThat(Saying.ids(response)).isEmpty();
    assertThat(world.adapter(scenario.asked("holder")).calls).isEmpty();
    JsonNode intent = intent();
    assertThat(intent.get("decision").asString()).isEqualTo("deny");
    assertThat(intent.get("reason").asString()).isEqualTo(reason);
    assertThat(intent.get("permissions")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("searched")
  void showsOfASearchWhatIsWritten(Scenario scenario) {
    List<JsonNode> returns = sayableReturns(scenario);
    world
        .adapter(scenario.asked("holder"))
        .behave(call -> Saying.fhir(200, Saying.bundle(scenario, returns)));
    List<String> released =
        returns.stream()
            .filter(ScenarioCorpusIT::isReleased)
            .map(returned -> returned.at("/resource/id").asString())
            .toList();

    HttpResponse<String> response = saying.ask(scenario, "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Saying.ids(response)).isEqualTo(released);
    assertPermitted(scenario);
    assertOutcome(200, released.size(), returns.size() - released.size());
  }

  @ParameterizedTest
  @MethodSource("read")
  void showsOfEachReadWhatIsWritten(Scenario scenario) {
    List<JsonNode> returns = sayableReturns(scenario);
    if (returns.isEmpty()) {
      read(scenario, Saying.usual(scenario));
    }
    returns.forEach(returned -> read(scenario, returned));
  }

  @ParameterizedTest
  @MethodSource("notServed")
  void whatIsNotServedYetIsSaidToBeSo(Scenario scenario) {
    HttpResponse<String> response = saying.ask(scenario, "d1");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(intent().get("reason").asString()).isEqualTo("method-not-allowed");
  }

  /** Whoever adds a scenario, or a way to say one, finds the list wrong. */
  @Test
  void whatCannotBeSaidOverHttpIsListed() {
    Stream<String> scenarios =
        Scenario.corpus().stream()
            .flatMap(one -> Reach.missing(one).stream().map(why -> why + " | " + one));
    Stream<String> returns =
        sayable()
            .flatMap(one ->
                one.expected().returns().stream()
                    .map(returned -> returned.get("resource"))
                    .flatMap(resource ->
                        Reach.missing(resource).stream()
                            .map(
                                why -> why + " | " + one + " / " + resource.get("id").asString())));

    assertThat(new TreeSet<>(Stream.concat(scenarios, returns).toList()))
        .isEqualTo(NotOverHttp.listed());
  }

  private void read(Scenario scenario, JsonNode returned) {
    quiet();
    HeldResource held = Saying.held(scenario, returned);
    AdapterStandIn adapter = world.adapter(scenario.asked("holder"));
    adapter.behave(call ->
        call.target().startsWith("/fhir/Binary")
            ? Replies.of(
                200,
                "text/plain",
                "Sehr geehrte Frau Weber, guten".getBytes(StandardCharsets.UTF_8))
            : Saying.fhir(200, held.json()));
    boolean released = isReleased(returned);

    HttpResponse<String> response = saying.ask(scenario, held.idAt(scenario.asked("recipient")));

    assertThat(response.statusCode()).as(returned.toString()).isEqualTo(released ? 200 : 404);
    if (adapter.calls.isEmpty()) {
      // of somebody else by name: refused before anything is asked
      assertThat(intent().get("reason").asString()).isEqualTo("other-client");
    } else {
      assertPermitted(scenario);
      assertOutcome(released ? 200 : 404, released ? 1 : 0, released ? 0 : 1);
    }
  }

  private static JsonNode intent() {
    World.await("intent", () -> !world.registry.intents.isEmpty());
    assertThat(world.registry.intents).hasSize(1);
    return world.registry.intents.getFirst();
  }

  private static void assertPermitted(Scenario scenario) {
    JsonNode permit = scenario.expected().then().get("permit");
    JsonNode intent = intent();
    assertThat(intent.get("decision").asString()).isEqualTo("permit");
    assertThat(intent.get("reason").isNull()).isTrue();
    assertThat(intent.get("grant").asString()).isEqualTo(ScenarioTokens.uuid(scenario));
    assertThat(intent.get("version")).isEqualTo(permit.get("version"));
    assertThat(texts(intent.get("permissions"))).isEqualTo(texts(permit.get("permissions")));
  }

  private static void assertOutcome(int status, int released, int withheld) {
    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    JsonNode outcome = world.registry.outcomes.getFirst();
    assertThat(outcome.get("status").asInt()).isEqualTo(status);
    assertThat(outcome.get("releasedCount").asInt()).isEqualTo(released);
    assertThat(outcome.get("withheldCount").asInt()).isEqualTo(withheld);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).distinct().toList();
  }

  private static List<JsonNode> sayableReturns(Scenario scenario) {
    return scenario.expected().returns().stream()
        .filter(returned -> Reach.missing(returned.get("resource")).isEmpty())
        .toList();
  }

  private static boolean isReleased(JsonNode returned) {
    return returned.get("then").asString("").equals("release");
  }
}
