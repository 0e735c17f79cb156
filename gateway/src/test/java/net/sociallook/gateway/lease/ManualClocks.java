package net.sociallook.gateway.lease;

import java.time.Duration;

/** Clocks that a test moves. */
public final class ManualClocks implements Clocks {
  private long nanos = 1_000_000_000L;
  private long wallMillis = 1_800_000_000_000L;

  @Override
  public synchronized Moment now() {
    return new Moment(nanos, wallMillis);
  }

  /** Time passes, on both clocks alike. */
  public synchronized void pass(Duration span) {
    nanos += span.toNanos();
    wallMillis += span.toMillis();
  }

  /** The machine sleeps: the monotonic clock stands still. */
  public synchronized void sleep(Duration span) {
    wallMillis += span.toMillis();
  }

  /** Somebody sets the wall clock. */
  public synchronized void setBack(Duration span) {
    wallMillis -= span.toMillis();
  }
}
