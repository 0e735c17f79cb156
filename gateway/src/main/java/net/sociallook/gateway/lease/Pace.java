package net.sociallook.gateway.lease;

import java.time.Duration;

/**
 * When a message may be sent next: one at a time, at a rhythm, after a failure ever more slowly.
 */
final class Pace {
  private final long rhythm;
  private final long firstPause;
  private final long longestPause;
  private boolean waiting;
  private long begun;
  private long notBefore;
  private boolean any;
  private int failures;

  /**
   * @param rhythm from one sending to the next while all goes well
   * @param firstPause after a first failure; doubled with each further one
   */
  Pace(Duration rhythm, Duration firstPause, Duration longestPause) {
    this.rhythm = rhythm.toNanos();
    this.firstPause = firstPause.toNanos();
    this.longestPause = longestPause.toNanos();
  }

  boolean due(Moment now) {
    return !waiting && (!any || now.nanos() - notBefore >= 0);
  }

  void begin(Moment now) {
    any = true;
    waiting = true;
    begun = now.nanos();
  }

  void end(Moment now, boolean well) {
    waiting = false;
    if (well) {
      failures = 0;
      notBefore = begun + rhythm;
    } else {
      notBefore = now.nanos() + Math.min(longestPause, firstPause << Math.min(failures, 10));
      failures++;
    }
  }

  /** As at the beginning: due at once. */
  void reset() {
    waiting = false;
    any = false;
    failures = 0;
  }
}
