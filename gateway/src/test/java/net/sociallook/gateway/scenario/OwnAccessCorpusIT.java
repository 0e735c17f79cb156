package net.sociallook.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.CorpusWorld;
import net.sociallook.gateway.world.OwnTokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The corpus of decisions, where the client herself asks: the same answers from a gateway. */
class OwnAccessCorpusIT {
  private static CorpusWorld world;

  @BeforeAll
  static void start() {
    Map<String, String> kinds =
        byClients().stream()
            .map(one -> one.asked("holder"))
            .distinct()
            .collect(Collectors.toMap(Function.identity(), holder -> "provider"));
    world = new CorpusWorld(new TreeMap<>(kinds), kinds.keySet());
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

  private static List<Scenario> byClients() {
    return Scenario.corpus().stream().filter(one -> !one.isByInstitution()).toList();
  }

  static List<Scenario> permitted() {
    return byClients().stream().filter(one -> one.expected().isPermit()).toList();
  }

  static List<Scenario> denied() {
    return byClients().stream().filter(one -> !one.expected().isPermit()).toList();
  }

  @ParameterizedTest
  @MethodSource("permitted")
  void sheIsShownOfASearchWhatIsWritten(Scenario scenario) {
    List<JsonNode> returns = scenario.expected().returns();
    List<String> released =
        returns.stream()
            .filter(returned -> returned.get("then").asString("").equals("release"))
            .map(returned -> returned.at("/resource/id").asString())
            .toList();

    HttpResponse<String> response = ask(scenario);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Saying.ids(response)).isEqualTo(released);
    JsonNode intent = intent();
    assertThat(intent.get("decision").asString()).isEqualTo("permit");
    assertThat(intent.get("purpose").asString()).isEqualTo("PATRQT");
    assertThat(intent.get("grant").isNull()).isTrue();
    assertThat(intent.get("holderPseudonym").asString())
        .isEqualTo(HeldResource.pseudonym(scenario.asked("client"), scenario.asked("holder")));
    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    JsonNode outcome = world.registry.outcomes.getFirst();
    assertThat(outcome.get("releasedCount").asInt()).isEqualTo(released.size());
    assertThat(outcome.get("withheldCount").asInt()).isEqualTo(returns.size() - released.size());
  }

  /** Nobody can make a token that a gateway would have to decide "not-linked" about. */
  @ParameterizedTest
  @MethodSource("denied")
  void whereSheIsNotLinkedThereIsNoToken(Scenario scenario) {
    assertThat(scenario.expected().then().get("deny").asString()).isEqualTo("not-linked");

    HttpResponse<String> response = ask(scenario);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(intent().get("reason").asString()).isEqualTo("token-evidence");
    assertThat(world.adapter(scenario.asked("holder")).calls).isEmpty();
  }

  private static HttpResponse<String> ask(Scenario scenario) {
    assertThat(scenario.asked("interaction")).isEqualTo("search");
    world.at(scenario.now());
    AdapterStandIn adapter = world.adapter(scenario.asked("holder"));
    adapter.calls.clear();
    adapter.behave(
        call -> Saying.fhir(200, Saying.bundle(scenario, scenario.expected().returns())));
    return world.send(
        OwnTokenForge.PAGE,
        "GET",
        "/fhir/" + scenario.asked("holder") + "/" + scenario.asked("type"),
        new ScenarioTokens(world).own(scenario));
  }

  private static JsonNode intent() {
    World.await("intent", () -> !world.registry.intents.isEmpty());
    assertThat(world.registry.intents).hasSize(1);
    return world.registry.intents.getFirst();
  }
}
