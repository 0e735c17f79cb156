package net.sociallook.gateway.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.LongSupplier;
import net.sociallook.consent.Sender;

/**
 * How often a sender may call without being identified: a token bucket for each, at most 10,000 of
 * them. Thread-safe.
 */
public final class Strangers {
  private static final int MOST_SENDERS = 10_000;
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final int perMinute;
  private final LongSupplier nanos;
  private final Cache<Sender, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_SENDERS)
          .expireAfterAccess(Duration.ofMinutes(2))
          .build();

  /**
   * @param nanos a monotonic clock
   */
  public Strangers(int perMinute, LongSupplier nanos) {
    this.perMinute = perMinute;
    this.nanos = nanos;
  }

  /** Takes one token of the sender's bucket; false if it is empty. */
  public boolean mayKnock(InetAddress address) {
    long now = nanos.getAsLong();
    Bucket bucket =
        buckets
            .asMap()
            .compute(
                Sender.of(address),
                (key, old) -> (old == null ? new Bucket(perMinute, now) : old).drained(this, now));
    return bucket.level >= 0;
  }

  /** A level below zero means that the last taking failed. */
  private record Bucket(double level, long at) {
    Bucket drained(Strangers limit, long now) {
      double refill = (double) (now - at) / MINUTE * limit.perMinute;
      double filled = Math.min(limit.perMinute, Math.max(level, 0) + refill);
      // an empty bucket keeps its fraction, so that it fills while it is knocked at
      return filled >= 1 ? new Bucket(filled - 1, now) : new Bucket(-1, at);
    }
  }
}
