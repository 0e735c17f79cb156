package net.sociallook.registry.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.sociallook.registry.grant.TakingBack.Outcome;
import net.sociallook.registry.grant.TakingBack.Taken;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.SimpleTransactionStatus;

class TakingBackTest {
  private final List<String> steps = new ArrayList<>();
  private final WithdrawalEffect effective =
      sequence -> {
        steps.add("await " + sequence);
        return new EffectResult.Effective(Duration.ofMillis(7));
      };

  @Test
  void effectIsAwaitedAfterTheCommit() {
    Outcome<String> outcome =
        new TakingBack(new Transactions(true), effective).run(() -> new Taken<>("it", 42));
    assertThat(outcome)
        .isEqualTo(new Outcome.InForce<>(new Taken<>("it", 42), Duration.ofMillis(7)));
    assertThat(steps).containsExactly("begin", "commit", "await 42");
  }

  @Test
  void commitOfUnknownOutcomeIsChecking() {
    Outcome<String> outcome =
        new TakingBack(new Transactions(false), effective).run(() -> new Taken<>("it", 42));
    assertThat(outcome).isEqualTo(new Outcome.Checking<>());
    assertThat(steps).containsExactly("begin", "commit");
  }

  @Test
  void waitingThatFailsIsChecking() {
    WithdrawalEffect broken =
        sequence -> {
          throw new IllegalStateException("no database");
        };
    Outcome<String> outcome =
        new TakingBack(new Transactions(true), broken).run(() -> new Taken<>("it", 42));
    assertThat(outcome).isEqualTo(new Outcome.Checking<>());
  }

  @Test
  void changeThatFailsIsRolledBackAndThrown() {
    TakingBack takingBack = new TakingBack(new Transactions(true), effective);
    assertThatThrownBy(() ->
            takingBack.run(() -> {
              throw new IllegalStateException("refused");
            }))
        .hasMessage("refused");
    assertThat(steps).containsExactly("begin", "rollback");
  }

  private final class Transactions implements PlatformTransactionManager {
    private final boolean commits;

    Transactions(boolean commits) {
      this.commits = commits;
    }

    @Override
    public TransactionStatus getTransaction(TransactionDefinition definition) {
      steps.add("begin");
      return new SimpleTransactionStatus();
    }

    @Override
    public void commit(TransactionStatus status) {
      steps.add("commit");
      if (!commits) {
        throw new TransactionSystemException("connection lost");
      }
    }

    @Override
    public void rollback(TransactionStatus status) {
      steps.add("rollback");
    }
  }
}
