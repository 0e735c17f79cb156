package net.sociallook.adapter.record;

import java.time.Instant;
import java.util.Optional;

/**
 * A span of time that is searched for.
 *
 * @param from included; empty when open
 * @param before excluded; empty when open
 */
public record TimeRange(Optional<Instant> from, Optional<Instant> before) {
  public static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());

  public boolean contains(Instant time) {
    return from.map(start -> !time.isBefore(start)).orElse(Boolean.TRUE)
        && before.map(time::isBefore).orElse(Boolean.TRUE);
  }

  /** What lies in both. */
  public TimeRange and(TimeRange other) {
    return new TimeRange(later(from, other.from), earlier(before, other.before));
  }

  private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return a.get().isAfter(b.get()) ? a : b;
  }

  private static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return a.get().isBefore(b.get()) ? a : b;
  }
}
