package net.sociallook.registry.news;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request of an institution that was permitted and has an outcome.
 *
 * @param entry its id
 * @param intent as recorded
 * @param outcome as recorded
 * @param recordedAt when the outcome was
 */
record Seen(
    UUID client,
    UUID entry,
    String recipient,
    JsonNode intent,
    JsonNode outcome,
    Instant recordedAt) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> LOOKING = Set.of("read", "search");

  /** What an institution may offer is about nobody. */
  private static final Set<String> OF_NOBODY = Set.of("Slot", "Schedule");

  /** The bodies of two payloads. Empty where one cannot be read: then nothing is told of it. */
  static Optional<Seen> of(
      UUID client, UUID entry, String recipient, Payloads payloads, Instant recordedAt) {
    try {
      JsonNode intent = JSON.readTree(payloads.intent()).path("body");
      JsonNode outcome = JSON.readTree(payloads.outcome()).path("body");
      return Optional.of(new Seen(client, entry, recipient, intent, outcome, recordedAt));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** As they are stored. */
  record Payloads(String intent, String outcome) {}

  /** Whether something of the client left, under a grant. */
  boolean isLook() {
    return LOOKING.contains(intent.path("interaction").asString(""))
        && !OF_NOBODY.contains(intent.path("type").asString(""))
        && intent.path("grant").isString()
        && intent.path("version").isInt()
        && outcome.path("releasedCount").asInt(0) > 0;
  }

  /** Whether somebody wrote to the client. */
  boolean isMessage() {
    int status = outcome.path("status").asInt(0);
    return intent.path("type").asString("").equals("Communication")
        && intent.path("interaction").asString("").equals("create")
        && outcome.path("result").asString("").equals("completed")
        && status >= 200
        && status < 300;
  }

  UUID grant() {
    return UUID.fromString(intent.path("grant").asString());
  }

  int version() {
    return intent.path("version").asInt();
  }

  /** Empty where nobody was named. */
  String caseworker() {
    return intent.path("caseworker").asString("");
  }
}
