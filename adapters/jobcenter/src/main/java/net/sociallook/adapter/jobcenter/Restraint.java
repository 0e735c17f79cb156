package net.sociallook.adapter.jobcenter;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Leaves the case system alone for as long as it asked for: until then it is held to be away, and
 * nothing is sent.
 */
final class Restraint {
  private static final Duration USUAL = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final LongSupplier nanos;
  private final AtomicLong until;

  /**
   * @param nanos a monotonic clock
   */
  Restraint(LongSupplier nanos) {
    this.nanos = nanos;
    this.until = new AtomicLong(nanos.getAsLong());
  }

  /**
   * @param retryAfter seconds, at most a minute; anything else means five
   */
  void begin(Optional<String> retryAfter) {
    Duration wait =
        retryAfter
            .filter(text -> text.matches("[0-9]{1,9}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(USUAL);
    Duration bounded = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    until.set(nanos.getAsLong() + bounded.toNanos());
  }

  /**
   * @throws IOException while the case system is to be left alone
   */
  void check() throws IOException {
    if (until.get() - nanos.getAsLong() > 0) {
      throw new IOException("case system: asked for fewer requests");
    }
  }
}
