package net.sociallook.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.CorpusWorld;
import net.sociallook.gateway.world.OwnTokenForge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The corpus of decisions: the client's preview of each is what the recipient is answered. */
class PreviewCorpusIT {
  private static CorpusWorld world;
  private static Saying saying;

  @BeforeAll
  static void start() {
    Map<String, String> kinds =
        byInstitutions()
            .collect(
                Collectors.toMap(
                    one -> one.asked("recipient"), one -> one.asked("kind"), (a, b) -> a));
    byInstitutions().forEach(one -> kinds.putIfAbsent(one.asked("holder"), "provider"));
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

  private static Stream<Scenario> byInstitutions() {
    return Scenario.corpus().stream().filter(Scenario::isByInstitution);
  }

  /** Not a Patient, who has another id for the page; nor what a preview does not ask for. */
  static List<Scenario> scenarios() {
    return byInstitutions()
        .filter(one -> Reach.missing(one).isEmpty())
        .filter(one -> List.of("read", "search").contains(one.asked("interaction")))
        .filter(one -> !List.of("Patient", "Binary", "Subscription").contains(one.asked("type")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void previewIsWhatIsEnforced(Scenario scenario) {
    List<JsonNode> returns =
        scenario.expected().returns().stream()
            .filter(returned -> Reach.missing(returned.get("resource")).isEmpty())
            .toList();
    if (scenario.asked("interaction").equals("search")) {
      compare(scenario, "", Saying.bundle(scenario, returns));
    } else {
      Stream.concat(returns.stream(), Stream.of(Saying.usual(scenario)))
          .map(one -> Saying.held(scenario, one))
          .forEach(held -> compare(scenario, held.idAt(scenario.asked("recipient")), held.json()));
    }
  }

  private static void compare(Scenario scenario, String id, String held) {
    AdapterStandIn adapter = world.adapter(scenario.asked("holder"));
    adapter.behave(call -> Saying.fhir(200, held));
    HttpResponse<String> enforced = saying.ask(scenario, id);
    String path = enforced.uri().getRawPath();

    HttpResponse<String> previewed =
        world.send(OwnTokenForge.PAGE, "GET", path, new ScenarioTokens(world).preview(scenario));

    assertThat(previewed.statusCode()).isEqualTo(enforced.statusCode());
    assertThat(Saying.ids(previewed)).isEqualTo(Saying.ids(enforced));
  }
}
