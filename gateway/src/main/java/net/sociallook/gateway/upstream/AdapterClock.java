package net.sociallook.gateway.upstream;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.gateway.lease.Moment;

/**
 * An adapter's own time, as far as this node knows it: the last reading of its monotonic clock, and
 * when it arrived. The reading was taken before it arrived, so what is reckoned from it is never
 * ahead of the adapter's clock. Thread-safe.
 */
final class AdapterClock {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long STAMP_LIFE_MILLIS = 1_000;

  /** Within it, clocks that differ by three parts in a thousand stay within the margin of 0.2 s. */
  private static final long LONGEST_AGE_MILLIS = 60_000;

  private volatile Optional<Reading> last = Optional.empty();

  private record Reading(UUID boot, long millis, long receivedNanos) {
    long age(Moment now) {
      return (now.nanos() - receivedNanos) / NANOS_PER_MILLI;
    }
  }

  /**
   * A time on the adapter's clock after which it must refuse.
   *
   * @param boot the run of the adapter that the time belongs to
   * @param until milliseconds
   */
  record Stamp(UUID boot, long until) {}

  /**
   * Takes the readings of an answer.
   *
   * @return whether they can be read; if not, the earlier ones stay
   */
  boolean read(String boot, String monotonic, Moment received) {
    try {
      long millis = Long.parseLong(monotonic);
      UUID run = UUID.fromString(boot);
      if (millis < 0) {
        return false;
      }
      last = Optional.of(new Reading(run, millis, received.nanos()));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The stamp for a request admitted at this moment, which is the moment <em>before</em> its last
   * check; empty before the first reading and when the last one is so old that the two clocks can
   * have drifted apart.
   */
  Optional<Stamp> stamp(Moment admitted) {
    return last.filter(reading -> reading.age(admitted) <= LONGEST_AGE_MILLIS)
        .map(reading ->
            new Stamp(
                reading.boot(), reading.millis() + reading.age(admitted) + STAMP_LIFE_MILLIS));
  }
}
