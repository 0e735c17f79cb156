package net.sociallook.registry.sequence.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.EffectResult.Effective;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a withdrawal may be called effective; with mutants that call it so too early. */
class WithdrawalEffectIT {
  private static final Duration STEP = Duration.ofMillis(100);

  private final TimedRegistry timed = TimedRegistry.shared();
  private final GatewayNode node = timed.node("gw-1");

  @BeforeEach
  void letEarlierLeasesRunOut() {
    timed.letEverythingRunOut();
  }

  @Test
  void withoutAnyNodeWithdrawalIsEffectiveAtOnce() {
    assertThat(timed.effect().awaitEffective(timed.withdraw()))
        .isEqualTo(new Effective(Duration.ZERO));
  }

  @Test
  void acknowledgedByEveryNodeWithdrawalIsEffectiveAtOnce() throws Exception {
    GatewayNode other = timed.node("gw-2");
    String lease = node.join().path("lease").asString();
    String otherLease = other.join().path("lease").asString();
    long number = timed.withdraw();
    CompletableFuture<EffectResult> effect =
        CompletableFuture.supplyAsync(
            () -> timed.effect().awaitEffective(number), Thread::startVirtualThread);
    assertThat(node.acknowledge(lease, number).status()).isEqualTo(204);
    assertThat(other.acknowledge(otherLease, number).status()).isEqualTo(204);
    assertThat(effect.get(10, TimeUnit.SECONDS)).isEqualTo(new Effective(Duration.ZERO));
  }

  @Test
  void silentNodeDelaysEffectForLeaseStampAndMargin() throws Exception {
    assertWaitsOutSilentNode(timed.effect());
  }

  @Test
  void nodeThatAnswersDoesNotHideOneThatIsSilent() throws Exception {
    node.join();
    GatewayNode other = timed.node("gw-2");
    String otherLease = other.join().path("lease").asString();
    long number = timed.withdraw();
    other.acknowledge(otherLease, number);
    assertThat(timeToEffect(timed.effect(), number))
        .isGreaterThanOrEqualTo(Duration.ofMillis(3_200));
  }

  @Test
  void registryThatDoesNotWaitForLeasesIsCaught() {
    WithdrawalEffect mutant = sequence -> new Effective(Duration.ZERO);
    assertThatThrownBy(() -> assertWaitsOutSilentNode(mutant)).isInstanceOf(AssertionError.class);
  }

  @Test
  void registryThatForgetsStampAndMarginIsCaught() {
    LeaseTerms terms = LeaseTerms.STANDARD;
    Leases forgetful =
        timed.process(new LeaseTerms(terms.lease(), Duration.ZERO, Duration.ZERO, terms.silence()));
    timed.advance(10_000);
    timed.leases().look();
    WithdrawalEffect mutant = new LeaseEffect(forgetful, timed.ticker());
    assertThatThrownBy(() -> assertWaitsOutSilentNode(mutant)).isInstanceOf(AssertionError.class);
  }

  @Test
  void registryThatForgetsLeasesAtItsStartIsCaught() throws Exception {
    assertQuarantines(LeaseTerms.STANDARD);
    LeaseTerms none =
        new LeaseTerms(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(500));
    assertThatThrownBy(() -> assertQuarantines(none)).isInstanceOf(AssertionError.class);
  }

  @Test
  void leaseThatAnotherProcessGrantedIsWaitedFor() throws Exception {
    Leases other = timed.process(LeaseTerms.STANDARD);
    timed.advance(10_000);
    timed.leases().look();
    node.join();
    long number = timed.withdraw();
    assertThat(timeToEffect(new LeaseEffect(other, timed.ticker()), number))
        .isGreaterThanOrEqualTo(Duration.ofMillis(3_200));
  }

  @Test
  void leaseCountedAsOverCannotBeRenewed() throws Exception {
    String lease = node.join().path("lease").asString();
    Leases other = timed.process(LeaseTerms.STANDARD);
    timeToEffect(new LeaseEffect(other, timed.ticker()), timed.withdraw());
    assertThat(timed.table().renew(UUID.fromString(lease), 0)).isEmpty();
  }

  @Test
  void unknownCommitIsNeverCalledEffective() {
    long never = timed.current() + 1;
    assertThat(timed.effect().awaitEffective(never)).isEqualTo(new EffectResult.Unknown());
  }

  private void assertWaitsOutSilentNode(WithdrawalEffect effect) throws Exception {
    node.join();
    assertThat(timeToEffect(effect, timed.withdraw()))
        .isBetween(Duration.ofMillis(3_200), Duration.ofMillis(5_000));
  }

  private void assertQuarantines(LeaseTerms terms) throws Exception {
    Leases started = timed.process(terms);
    assertThat(timeToEffect(new LeaseEffect(started, timed.ticker()), timed.withdraw()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(3_200));
  }

  /** Moves time on in small steps until the effect is there; says what time it took. */
  private Duration timeToEffect(WithdrawalEffect effect, long number) throws Exception {
    long start = timed.ticker().nanos();
    CompletableFuture<EffectResult> result =
        CompletableFuture.supplyAsync(
            () -> effect.awaitEffective(number), Thread::startVirtualThread);
    for (Duration gone = Duration.ZERO; gone.toSeconds() < 8; gone = gone.plus(STEP)) {
      try {
        assertThat(result.get(60, TimeUnit.MILLISECONDS)).isInstanceOf(Effective.class);
        return Duration.ofNanos(timed.ticker().nanos() - start);
      } catch (TimeoutException e) {
        timed.ticker().advance(STEP);
      }
    }
    throw new AssertionError("effect: none within 8 s");
  }
}
