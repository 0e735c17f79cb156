package net.sociallook.registry.sequence.lease;

import java.time.Duration;

/**
 * The spans of the lease protocol.
 *
 * @param lease how long a gateway node may serve after a renewal
 * @param stamp how long an adapter accepts a request that was stamped while the lease was alive
 * @param margin for the drift of two monotonic clocks over a lease
 * @param silence how long a node may leave an entry unacknowledged and still be renewed
 */
public record LeaseTerms(Duration lease, Duration stamp, Duration margin, Duration silence) {

  public static final LeaseTerms STANDARD =
      new LeaseTerms(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMillis(200),
          Duration.ofMillis(500));

  /** From the granting of a lease until nothing that was admitted under it can happen any more. */
  public Duration aftermath() {
    return lease.plus(stamp).plus(margin);
  }
}
