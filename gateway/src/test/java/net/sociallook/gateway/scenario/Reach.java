package net.sociallook.gateway.scenario;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What of the corpus can be said over HTTP to a gateway. */
final class Reach {
  /** Operations that this gateway does not carry out, whatever a token allows. */
  private static final Set<String> WRITING = Set.of("create", "update", "delete");

  private Reach() {}

  /** Why a scenario cannot be said; empty if it can. */
  static Optional<String> missing(Scenario scenario) {
    if (!scenario.isByInstitution()) {
      return Optional.empty();
    }
    if (!scenario.asked("purpose").equals("COC")) {
      return Optional.of("purpose");
    }
    if (scenario.grant().filter(grant -> grant.has("withdrawn")).isPresent()) {
      return Optional.of("withdrawn");
    }
    if (scenario.grant().isEmpty() || scenario.tokenProvisions().isEmpty()) {
      return Optional.of("no-token");
    }
    return scenario.expected().isPermit() && !isServed(scenario)
        ? Optional.of("not-served")
        : Optional.empty();
  }

  /** Why a returned resource cannot be said; empty if it can. */
  static Optional<String> missing(JsonNode resource) {
    boolean nobodys = Set.of("Slot", "Schedule").contains(resource.get("type").asString());
    return nobodys && resource.has("client")
        ? Optional.of("no-place-for-a-client")
        : Optional.empty();
  }

  static boolean isServed(Scenario scenario) {
    return !WRITING.contains(scenario.asked("interaction"))
        && !scenario.asked("type").equals("Subscription");
  }
}
