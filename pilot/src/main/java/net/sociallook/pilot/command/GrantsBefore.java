package net.sociallook.pilot.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.http.Consents;
import tools.jackson.databind.JsonNode;

/**
 * The grants that stood before a walkthrough: taken back at its beginning, given again at its end.
 */
final class GrantsBefore {
  private final Consents consents;
  private final Map<String, List<JsonNode>> provisions = new LinkedHashMap<>();

  private GrantsBefore(Consents consents) {
    this.consents = consents;
  }

  /** Takes the grants to these recipients back, and keeps what they allowed. */
  static GrantsBefore setAside(Consents consents, List<String> recipients) {
    GrantsBefore before = new GrantsBefore(consents);
    recipients.forEach(recipient ->
        before.provisions.put(
            recipient,
            consents
                .liveGrantTo(recipient)
                .map(grant -> List.copyOf(grant.path("provisions").values()))
                .orElse(List.of())));
    before.withdrawAll();
    return before;
  }

  boolean isEmpty() {
    return provisions.values().stream().allMatch(List::isEmpty);
  }

  /** Takes back whatever the recipients may do now. */
  void withdrawAll() {
    provisions
        .keySet()
        .forEach(recipient ->
            consents
                .liveGrantTo(recipient)
                .ifPresent(grant -> consents.withdraw(grant.path("id").asString())));
  }

  /** Leaves the client as she was. */
  void restore() {
    withdrawAll();
    provisions.forEach((recipient, all) -> {
      if (!all.isEmpty()) {
        consents.give(recipient, all);
      }
    });
  }
}
