package net.sociallook.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.sociallook.consent.GrantId;
import org.junit.jupiter.api.Test;

/**
 * Many threads ask and send while versions die. Once a withdrawal could have been told to the
 * client, nothing goes out on it.
 */
class LeaseRaceTest {
  private static final int WITHDRAWALS = 2_000;
  private static final int SENDERS = 6;

  private final NodeLease lease = new NodeLease(new ManualClocks(), () -> {});

  /** The lowest live version that the client has been told of. */
  private final AtomicInteger told = new AtomicInteger();

  private final AtomicInteger newest = new AtomicInteger();
  private final AtomicLong chunks = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void nothingGoesOutOnWhatIsToldToBeWithdrawn() throws Exception {
    GrantId grant = new GrantId(UUID.randomUUID().toString());
    lease.joined(
        new Joined(UUID.randomUUID(), 1, 2_000, 0, 0, List.of()), new ManualClocks().now());
    List<Future<Integer>> senders = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
      Callable<Integer> sender = () -> sendUntilOver(grant);
      for (int i = 0; i < SENDERS; i++) {
        senders.add(threads.submit(sender));
      }
      for (int version = 1; version <= WITHDRAWALS; version++) {
        long before = chunks.get();
        newest.set(version);
        lease.applied(new Entry.OfGrant(version, grant, version));
        while (lease.acknowledgeable() < version) {
          Thread.onSpinWait();
        }
        told.set(version);
        while (chunks.get() == before) {
          Thread.onSpinWait();
        }
      }
      over.set(true);
      for (Future<Integer> ended : senders) {
        assertThat(ended.get()).as("chunks after the client was told").isZero();
      }
    }
  }

  private int sendUntilOver(GrantId grant) {
    int violations = 0;
    while (!over.get()) {
      int version = newest.get();
      int toldBefore = told.get();
      TokenStanding standing = new TokenStanding(grant, version, UUID.randomUUID(), version);
      try (InFlight request = lease.register(standing, () -> {})) {
        boolean admitted = lease.lastCheck(standing).isEmpty();
        violations += admitted && version < toldBefore ? 1 : 0;
        for (int chunk = 0; admitted && chunk < 50 && request.alive(); chunk++) {
          // Not closed yet, so what is sent here must be on a version nobody was told is dead.
          violations += version < told.get() ? 1 : 0;
          chunks.incrementAndGet();
        }
      }
    }
    return violations;
  }
}
