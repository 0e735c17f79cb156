package net.sociallook.adapter.assertion;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import net.sociallook.adapter.server.Refusal;

/**
 * The adapter's own time: a boot id and a monotonic clock. Gateways stamp each request in it, so
 * that a request that was admitted before a withdrawal and delayed on its way is refused here,
 * whatever any wall clock says.
 *
 * <p>A monotonic clock may stand still while the machine is suspended. So the wall clock is used
 * for one thing: to notice that the two moved apart. Then the time before is worth nothing, and a
 * new boot id is drawn: every older stamp is refused, and costs its gateway one more attempt.
 *
 * <p>Safe for many threads.
 */
public final class OwnTime implements StampJudge {
  /** How long a stamp lasts. */
  static final Duration LIFE = Duration.ofSeconds(1);

  /** What two monotonic clocks may disagree between an answer and the next request. */
  static final Duration MARGIN = Duration.ofSeconds(1);

  static final Duration JUMP = Duration.ofMillis(500);

  private final LongSupplier monotonicNanos;
  private final LongSupplier wallMillis;
  private final long origin;
  private UUID boot = UUID.randomUUID();
  private long lastMillis;
  private long lastWallMillis;

  public OwnTime() {
    this(System::nanoTime, System::currentTimeMillis);
  }

  OwnTime(LongSupplier monotonicNanos, LongSupplier wallMillis) {
    this.monotonicNanos = monotonicNanos;
    this.wallMillis = wallMillis;
    this.origin = monotonicNanos.getAsLong();
    this.lastWallMillis = wallMillis.getAsLong();
  }

  /** Boot id and time at this instant. */
  public synchronized Reading read() {
    long now = millis();
    long wall = wallMillis.getAsLong();
    long apart = Math.abs((wall - lastWallMillis) - (now - lastMillis));
    if (apart > JUMP.toMillis()) {
      boot = UUID.randomUUID();
    }
    lastMillis = now;
    lastWallMillis = wall;
    return new Reading(boot, now);
  }

  @Override
  public long millis() {
    return TimeUnit.NANOSECONDS.toMillis(monotonicNanos.getAsLong() - origin);
  }

  @Override
  public Optional<Refusal> judge(Optional<Stamp> stamp) {
    if (stamp.isEmpty()) {
      return Optional.of(Refusal.STAMP_MISSING);
    }
    Reading now = read();
    if (!stamp.get().boot().equals(now.boot())) {
      return Optional.of(Refusal.STAMP_OTHER_BOOT);
    }
    long left = stamp.get().untilMillis() - now.millis();
    if (left < 0) {
      return Optional.of(Refusal.STAMP_OVER);
    }
    // No honest gateway stamps further than this; what lies beyond would outlive a withdrawal.
    return left > LIFE.plus(MARGIN).toMillis()
        ? Optional.of(Refusal.STAMP_AHEAD)
        : Optional.empty();
  }
}
