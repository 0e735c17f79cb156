package net.sociallook.gateway.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What became of an intent. Mirrors the wire message.
 *
 * @param result {@code completed}, {@code refused-upstream}, {@code failed}, {@code aborted} or
 *     {@code withdrawn}
 * @param released the first 100
 */
public record Outcome(
    UUID intent,
    Instant at,
    int status,
    String result,
    List<Released> released,
    int releasedCount,
    int withheldCount,
    long bytes) {
  public Outcome {
    released = List.copyOf(released);
  }

  /** One resource that went out. */
  public record Released(String type, String id) {}
}
