package net.sociallook.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.sociallook.consent.GrantId;
import org.junit.jupiter.api.Test;

class NodeLeaseTest {
  private static final UUID LEASE = UUID.randomUUID();
  private static final GrantId GRANT = new GrantId(UUID.randomUUID().toString());
  private static final UUID JTI = UUID.randomUUID();
  private static final TokenStanding STANDING = new TokenStanding(GRANT, 3, JTI, 100);

  private final ManualClocks clocks = new ManualClocks();
  private final AtomicInteger drained = new AtomicInteger();
  private final NodeLease lease = new NodeLease(clocks, drained::incrementAndGet);

  @Test
  void refusesEverythingBeforeItHasJoined() {
    assertThat(lease.lastCheck(STANDING)).contains(Refused.NO_LEASE);
    assertThat(lease.register(STANDING, () -> {}).alive()).isFalse();
  }

  @Test
  void admitsWithALeaseAndALivingVersion() {
    join(100);

    assertThat(lease.lastCheck(STANDING)).isEmpty();
    assertThat(lease.register(STANDING, () -> {}).alive()).isTrue();
  }

  @Test
  void refusesAVersionBelowTheLowestLiveOne() {
    join(100);

    lease.applied(new Entry.OfGrant(101, GRANT, 4));

    assertThat(lease.lastCheck(STANDING)).contains(Refused.VERSION_DEAD);
    assertThat(lease.lastCheck(new TokenStanding(GRANT, 4, UUID.randomUUID(), 101))).isEmpty();
  }

  @Test
  void aLaterEntryNeverRevivesAVersion() {
    join(100);
    lease.applied(new Entry.OfGrant(101, GRANT, 4));

    lease.applied(new Entry.OfGrant(102, GRANT, 2));

    assertThat(lease.lastCheck(STANDING)).contains(Refused.VERSION_DEAD);
  }

  @Test
  void refusesARevokedToken() {
    join(100);

    lease.applied(new Entry.OfToken(101, JTI));

    assertThat(lease.lastCheck(STANDING)).contains(Refused.TOKEN_REVOKED);
    assertThat(lease.lastCheck(new TokenStanding(GRANT, 3, UUID.randomUUID(), 100))).isEmpty();
  }

  @Test
  void refusesWhatWasMadeInASessionThatHasEnded() {
    UUID session = UUID.randomUUID();
    join(100);

    lease.applied(new Entry.OfSession(101, session));

    assertThat(lease.lastCheck(inSession(session))).contains(Refused.SESSION_ENDED);
    assertThat(lease.lastCheck(inSession(UUID.randomUUID()))).isEmpty();
    assertThat(lease.lastCheck(STANDING)).isEmpty();
  }

  private static TokenStanding inSession(UUID session) {
    return new TokenStanding(new TokenStanding.Root.OfSession(session), UUID.randomUUID(), 100);
  }

  @Test
  void refusesATokenReadBeforeWhatItRemembers() {
    join(101);

    assertThat(lease.lastCheck(STANDING)).contains(Refused.READ_TOO_OLD);
  }

  @Test
  void whatItForgetsItRefusesByAge() {
    join(100);
    lease.applied(new Entry.OfGrant(101, GRANT, 4));

    renewFor(Withdrawals.MEMORY.plusSeconds(1));
    lease.applied(new Entry.OfToken(102, UUID.randomUUID()));

    assertThat(lease.lastCheck(STANDING)).contains(Refused.READ_TOO_OLD);
    assertThat(lease.lastCheck(new TokenStanding(GRANT, 3, JTI, 101))).isEmpty();
  }

  @Test
  void aRequestOnADeadVersionIsCutOnceAndNotAliveAnyMore() {
    join(100);
    AtomicInteger cuts = new AtomicInteger();
    InFlight request = lease.register(STANDING, cuts::incrementAndGet);

    lease.applied(new Entry.OfGrant(101, GRANT, 4));
    lease.applied(new Entry.OfGrant(102, GRANT, 5));

    assertThat(request.alive()).isFalse();
    assertThat(cuts).hasValue(1);
  }

  @Test
  void anEndedRequestIsNotCut() {
    join(100);
    AtomicInteger cuts = new AtomicInteger();
    lease.register(STANDING, cuts::incrementAndGet).close();

    lease.applied(new Entry.OfGrant(101, GRANT, 4));

    assertThat(cuts).hasValue(0);
    assertThat(lease.acknowledgeable()).isEqualTo(101);
  }

  @Test
  void aCutThatFailsDoesNotSpareTheOthers() {
    join(100);
    List<String> cut = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      lease.register(
          STANDING,
          () -> {
            cut.add(name);
            throw new IllegalStateException("connection: gone (expected: open)");
          });
    }

    lease.applied(new Entry.OfGrant(101, GRANT, 4));

    assertThat(cut).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void acknowledgesInOrderAndTellsWhenARequestHasEnded() {
    join(100);
    InFlight slow = lease.register(STANDING, () -> {});
    lease.applied(new Entry.OfGrant(101, GRANT, 4));
    lease.applied(new Entry.OfToken(102, UUID.randomUUID()));
    assertThat(lease.acknowledgeable()).isEqualTo(100);

    slow.close();
    slow.close();

    assertThat(lease.acknowledgeable()).isEqualTo(102);
    assertThat(drained).hasValue(1);
  }

  @Test
  void renewalsKeepItAlive() {
    join(100);

    renewFor(Duration.ofMinutes(1));

    assertThat(lease.lastCheck(STANDING)).isEmpty();
  }

  @Test
  void aLeaseThatRanOutIsNotRevivedByALateRenewal() {
    join(100);
    clocks.pass(Duration.ofMillis(1_500));
    Moment sent = clocks.now();
    clocks.pass(Duration.ofMillis(600));

    assertThatThrownBy(() -> lease.renewed(new Renewed(7, 2_000, 100), sent))
        .isInstanceOf(LeaseBroken.class);
    assertThat(lease.lastCheck(STANDING)).contains(Refused.NO_LEASE);
  }

  @Test
  void losingTheLeaseCutsEverything() {
    join(100);
    AtomicInteger cuts = new AtomicInteger();
    InFlight request = lease.register(STANDING, cuts::incrementAndGet);
    clocks.pass(Duration.ofSeconds(2));
    assertThat(lease.ranOut()).isTrue();
    assertThat(request.alive()).isFalse();

    lease.lose();

    assertThat(cuts).hasValue(1);
  }

  @Test
  void aRequestOfTheFormerLeaseStaysDeadUnderANewOne() {
    join(100);
    InFlight request = lease.register(STANDING, () -> {});
    lease.lose();
    request.close();

    join(100);

    assertThat(request.alive()).isFalse();
    assertThat(lease.lastCheck(STANDING)).isEmpty();
  }

  @Test
  void joinsAnewOnlyWhenTheFormerRequestsHaveEndedOrItsTimeIsOver() {
    join(100);
    InFlight ended = lease.register(STANDING, () -> {});
    lease.lose();
    assertThat(lease.mayJoin()).isFalse();
    ended.close();
    assertThat(lease.mayJoin()).isTrue();

    join(100);
    lease.register(STANDING, () -> {});
    lease.lose();
    assertThat(lease.mayJoin()).isFalse();
    clocks.pass(Duration.ofSeconds(2));
    assertThat(lease.mayJoin()).isTrue();
  }

  @Test
  void aGapBreaksTheLease() {
    join(100);

    assertThatThrownBy(() -> lease.applied(new Entry.OfGrant(102, GRANT, 4)))
        .isInstanceOf(LeaseBroken.class);
  }

  @Test
  void goingBackwardsBreaksTheLease() {
    join(100);
    lease.applied(new Entry.OfToken(101, UUID.randomUUID()));

    assertThatThrownBy(() -> lease.applied(new Entry.OfGrant(101, GRANT, 4)))
        .isInstanceOf(LeaseBroken.class);
  }

  @Test
  void anotherEpochBreaksTheLease() {
    join(100);

    assertThatThrownBy(() -> lease.renewed(new Renewed(8, 2_000, 100), clocks.now()))
        .isInstanceOf(LeaseBroken.class);
  }

  @Test
  void aSnapshotWithAHoleIsNotTaken() {
    Joined withoutTheLast =
        new Joined(LEASE, 7, 2_000, 99, 101, List.of(new Entry.OfGrant(100, GRANT, 4)));

    assertThatThrownBy(() -> lease.joined(withoutTheLast, clocks.now()))
        .isInstanceOf(LeaseBroken.class);
    assertThat(lease.lastCheck(STANDING)).contains(Refused.NO_LEASE);
  }

  @Test
  void aLeaseOfAnAbsurdLengthIsNotTaken() {
    Joined forEver = new Joined(LEASE, 7, 3_600_000, 100, 100, List.of());

    assertThatThrownBy(() -> lease.joined(forEver, clocks.now())).isInstanceOf(LeaseBroken.class);
  }

  private void join(long sequence) {
    lease.joined(new Joined(LEASE, 7, 2_000, sequence, sequence, List.of()), clocks.now());
  }

  private void renewFor(Duration span) {
    for (Duration passed = Duration.ZERO;
        passed.compareTo(span) < 0;
        passed = passed.plusMillis(500)) {
      clocks.pass(Duration.ofMillis(500));
      long sequence = lease.held().orElseThrow().withdrawals.sequence();
      lease.renewed(new Renewed(7, 2_000, sequence), clocks.now());
    }
  }
}
