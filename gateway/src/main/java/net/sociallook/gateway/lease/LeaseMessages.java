package net.sociallook.gateway.lease;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.sociallook.consent.GrantId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the messages of {@code docs/protocol.md} section 7. A member too many, one too few or one
 * of another type breaks the lease: what is misunderstood here could be a withdrawal.
 */
final class LeaseMessages {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> JOINED =
      Set.of("lease", "epoch", "leaseMillis", "floor", "sequence", "entries");
  private static final Set<String> RENEWED = Set.of("epoch", "leaseMillis", "sequence");
  private static final Set<String> OF_GRANT =
      Set.of("sequence", "kind", "grant", "lowestLiveVersion");
  private static final Set<String> OF_TOKEN = Set.of("sequence", "kind", "jti");
  private static final Set<String> OF_SESSION = Set.of("sequence", "kind", "session");

  private LeaseMessages() {}

  static Joined joined(String text) {
    return reading(() -> {
      JsonNode message = members(JSON.readTree(text), JOINED);
      List<Entry> entries = new ArrayList<>();
      for (JsonNode entry : message.get("entries").asArray()) {
        entries.add(entry(entry));
      }
      return new Joined(
          id(message, "lease"),
          number(message, "epoch"),
          number(message, "leaseMillis"),
          number(message, "floor"),
          number(message, "sequence"),
          entries);
    });
  }

  static Renewed renewed(String text) {
    return reading(() -> {
      JsonNode message = members(JSON.readTree(text), RENEWED);
      return new Renewed(
          number(message, "epoch"), number(message, "leaseMillis"), number(message, "sequence"));
    });
  }

  /** One line of the stream. */
  static Entry entry(String line) {
    return reading(() -> entry(JSON.readTree(line)));
  }

  private static Entry entry(JsonNode message) {
    String kind = message.path("kind").stringValue("");
    return switch (kind) {
      case "grant" -> {
        members(message, OF_GRANT);
        yield new Entry.OfGrant(
            number(message, "sequence"),
            new GrantId(id(message, "grant").toString()),
            Math.toIntExact(number(message, "lowestLiveVersion")));
      }
      case "token" -> {
        members(message, OF_TOKEN);
        yield new Entry.OfToken(number(message, "sequence"), id(message, "jti"));
      }
      case "session" -> {
        members(message, OF_SESSION);
        yield new Entry.OfSession(number(message, "sequence"), id(message, "session"));
      }
      default -> throw new LeaseBroken("kind: another (expected: grant, token or session)");
    };
  }

  private static JsonNode members(JsonNode message, Set<String> names) {
    if (!message.isObject() || !Set.copyOf(message.propertyNames()).equals(names)) {
      throw new LeaseBroken("message: other members (expected: " + names + ")");
    }
    return message;
  }

  private static long number(JsonNode message, String name) {
    JsonNode value = message.get(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new LeaseBroken(name + ": no number (expected: a whole number)");
    }
    return value.longValue();
  }

  private static UUID id(JsonNode message, String name) {
    return UUID.fromString(message.get(name).stringValue());
  }

  private interface Reading<T> {
    T read();
  }

  private static <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
      throw new LeaseBroken("message: unreadable (expected: as in the protocol)", e);
    }
  }
}
