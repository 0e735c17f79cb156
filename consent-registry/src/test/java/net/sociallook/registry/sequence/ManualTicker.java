package net.sociallook.registry.sequence;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A monotonic clock that a test moves. */
public final class ManualTicker implements Ticker {
  /** Near the end of the range, so that readings overflow. */
  private final AtomicLong reading = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

  @Override
  public long nanos() {
    return reading.get();
  }

  public void advance(Duration span) {
    reading.addAndGet(span.toNanos());
  }
}
