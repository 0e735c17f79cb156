package net.sociallook.pilot.process;

import java.time.Duration;

/**
 * How long to wait before a process is started again: not at all after a long life, then twice as
 * long each time.
 *
 * @param next the wait after the coming failure
 */
record Backoff(Duration next) {
  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration LONG_LIFE = Duration.ofSeconds(30);

  static Backoff fresh() {
    return new Backoff(FIRST);
  }

  /** What follows the failure of a process that lived so long. */
  Backoff after(Duration life) {
    if (life.compareTo(LONG_LIFE) >= 0) {
      return fresh();
    }
    Duration twice = next.multipliedBy(2);
    return new Backoff(twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
  }
}
