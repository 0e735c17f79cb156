package net.sociallook.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ScenarioCorpusTest {
  private static final int AT_LEAST = 200;

  static Stream<Scenario> corpus() {
    return Scenario.corpus();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void isDecidedAsWritten(Scenario scenario) {
    Scenario.Given given = scenario.given();
    Decision decision = ConsentPolicy.decide(given.request(), given.consents(), given.now());
    assertEquals(expected(scenario.then()), described(decision));
    if (decision instanceof Decision.Permit(Basis basis)) {
      Admission admission = new Admission(given.request(), basis, given.consents().blocks());
      scenario.returns().forEach(returned -> checkReturned(returned, admission, given));
    }
  }

  @Test
  void isLargeEnoughAndNoCaseIsThereTwice() {
    Set<String> names = Scenario.corpus().map(Scenario::name).collect(Collectors.toSet());
    assertTrue(names.size() >= AT_LEAST, "cases: " + names.size());
    assertEquals(names.size(), Scenario.corpus().count());
  }

  @Test
  void everyReasonOccurs() {
    Set<String> occurring =
        Scenario.corpus()
            .flatMap(s ->
                Stream.concat(Stream.of(s.then()), s.returns().stream().map(r -> r.get("then"))))
            .flatMap(then ->
                Stream.of(then.path("deny").asString(""), then.path("withhold").asString("")))
            .filter(code -> !code.isEmpty())
            .collect(Collectors.toSet());
    assertEquals(
        Stream.of(Reason.values()).map(Reason::code).collect(Collectors.toSet()), occurring);
  }

  private static void checkReturned(JsonNode returned, Admission admission, Scenario.Given given) {
    Decision released =
        ConsentPolicy.release(
            ScenarioReader.facts(returned.get("resource")), admission, given.now());
    JsonNode then = returned.get("then");
    String expected =
        then.isString() ? then.asString() : "withhold " + then.get("withhold").asString();
    String actual =
        switch (released) {
          case Decision.Permit p -> "release";
          case Decision.Deny d -> "withhold " + d.reason().code();
        };
    assertEquals(expected, actual, returned.toString());
  }

  private static String expected(JsonNode then) {
    if (then.has("deny")) {
      return "deny " + then.get("deny").asString();
    }
    JsonNode permit = then.get("permit");
    return permit.has("own-access")
        ? "permit own-access"
        : "permit %s v%s %s"
            .formatted(
                permit.get("grant").asString(),
                permit.get("version").asInt(),
                permit.get("permissions").valueStream().map(JsonNode::asString).toList());
  }

  private static String described(Decision decision) {
    return switch (decision) {
      case Decision.Deny deny -> "deny " + deny.reason().code();
      case Decision.Permit(Basis.OwnAccess own) -> "permit own-access";
      case Decision.Permit(Basis.Granted granted) ->
          "permit %s v%s %s"
              .formatted(
                  granted.version().grant(),
                  granted.version().number(),
                  granted.provisions().stream().map(p -> p.permission().code()).toList());
    };
  }
}
