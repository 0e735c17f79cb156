package net.sociallook.gateway.lease;

import java.util.List;
import java.util.UUID;
import net.sociallook.consent.GrantId;

/** A node's lease that a test plays the registry for; its time stands still. */
public final class ManualRegistry {
  private final ManualClocks clocks = new ManualClocks();
  private final NodeLease lease = new NodeLease(clocks, () -> {});
  private long sequence;

  public ManualRegistry(long sequence) {
    this.sequence = sequence;
    lease.joined(
        new Joined(UUID.randomUUID(), 1, 2_000, sequence, sequence, List.of()), clocks.now());
  }

  public Leases leases() {
    return lease;
  }

  public synchronized void withdraw(GrantId grant, int lowestLiveVersion) {
    sequence++;
    lease.applied(new Entry.OfGrant(sequence, grant, lowestLiveVersion));
  }

  public synchronized boolean everythingIsAcknowledged() {
    return lease.acknowledgeable() == sequence;
  }

  public int inFlight() {
    return lease.inFlight();
  }
}
