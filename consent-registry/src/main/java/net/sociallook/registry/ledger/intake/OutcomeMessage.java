package net.sociallook.registry.ledger.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of an intent.
 *
 * @param status of the HTTP answer; null when none was sent
 * @param result {@code completed}, {@code refused-upstream}, {@code failed}, {@code aborted} or
 *     {@code withdrawn}
 * @param released the first 100
 * @param bytes of the body, as far as it was sent
 */
public record OutcomeMessage(
    @JsonProperty(required = true) UUID intent,
    @JsonProperty(required = true) Instant at,
    @Nullable Integer status,
    @JsonProperty(required = true) String result,
    @Nullable List<Resource> released,
    @JsonProperty(required = true) int releasedCount,
    @JsonProperty(required = true) int withheldCount,
    @JsonProperty(required = true) long bytes) {
  private static final Set<String> RESULTS =
      Set.of("completed", "refused-upstream", "failed", "aborted", "withdrawn");
  private static final int MOST_RELEASED = 100;

  /** A resource that left the gateway. */
  public record Resource(
      @JsonProperty(required = true) String type, @JsonProperty(required = true) String id) {
    public Resource {
      Form.RESOURCE_TYPE.require("type", type);
      Form.RESOURCE_ID.require("id", id);
    }
  }

  public OutcomeMessage {
    released = released == null ? List.of() : List.copyOf(released);
    if (!RESULTS.contains(result)) {
      throw new IllegalArgumentException("result (expected: one of " + RESULTS + ")");
    }
    if (status != null && (status < 100 || status > 599)) {
      throw new IllegalArgumentException("status (expected: 100 to 599)");
    }
    if (releasedCount < 0 || withheldCount < 0 || bytes < 0) {
      throw new IllegalArgumentException("counts (expected: not negative)");
    }
    if (released.size() > Math.min(MOST_RELEASED, releasedCount)) {
      throw new IllegalArgumentException("released (expected: at most the first 100)");
    }
  }
}
