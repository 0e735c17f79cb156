package net.sociallook.adapter.assertion;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.sociallook.adapter.server.Refusal;

/**
 * Remembers assertions that were used, for as long as their stamps last: after that the stamp
 * refuses them. Bounded; when full, nothing more is accepted. Safe for many threads.
 */
final class SpentAssertions {
  private static final long SWEEP_MILLIS = 250;

  private final Map<String, Long> untilById = new ConcurrentHashMap<>();
  private final int most;
  private volatile long lastSweep;

  SpentAssertions(int most) {
    this.most = most;
  }

  /**
   * @param id the assertion's {@code jti}
   * @param until the end of its stamp
   * @param now on the same clock
   * @return why it may not be used; empty the first time
   */
  Optional<Refusal> spend(String id, long until, long now) {
    if (now - lastSweep > SWEEP_MILLIS || untilById.size() >= most) {
      lastSweep = now;
      untilById.values().removeIf(end -> end < now);
    }
    if (untilById.size() >= most) {
      return Optional.of(Refusal.TOO_MANY_ASSERTIONS);
    }
    return untilById.putIfAbsent(id, until) == null
        ? Optional.empty()
        : Optional.of(Refusal.ASSERTION_REPLAYED);
  }
}
