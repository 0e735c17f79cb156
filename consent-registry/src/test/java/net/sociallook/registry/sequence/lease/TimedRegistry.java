package net.sociallook.registry.sequence.lease;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.sequence.ManualTicker;
import net.sociallook.registry.sequence.SequenceHead;
import net.sociallook.registry.sequence.Ticker;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.sequence.WithdrawalEntry.GrantRaised;
import net.sociallook.registry.sequence.WithdrawalSequence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A registry with a monotonic clock that the tests move; one for all tests of leases. */
final class TimedRegistry {
  private static final ManualTicker TICKER = new ManualTicker();
  private static TimedRegistry shared;

  private final RunningRegistry registry = RunningRegistry.start(Map.of(), TimeOfTheTests.class);

  /** Not annotated, so that component scanning does not find it. */
  static class TimeOfTheTests {
    @Bean
    @Primary
    Ticker manualTicker() {
      return TICKER;
    }
  }

  /** It lives until the test run ends. */
  static synchronized TimedRegistry shared() {
    if (shared == null) {
      shared = new TimedRegistry();
    }
    return shared;
  }

  RunningRegistry registry() {
    return registry;
  }

  ManualTicker ticker() {
    return TICKER;
  }

  GatewayNode node(String name) {
    return new GatewayNode(registry, name);
  }

  void advance(long millis) {
    TICKER.advance(Duration.ofMillis(millis));
  }

  /** Ends all leases and the quarantine of the start. */
  void letEverythingRunOut() {
    advance(10_000);
    leases().look();
  }

  Leases leases() {
    return registry.bean(Leases.class);
  }

  LeaseTable table() {
    return registry.bean(LeaseTable.class);
  }

  WithdrawalEffect effect() {
    return registry.bean(WithdrawalEffect.class);
  }

  /** What another registry process on the same database would be; it draws a new epoch. */
  Leases process(LeaseTerms terms) {
    return new Leases(table(), terms, new SequenceHead(TICKER), TICKER);
  }

  long current() {
    return registry.bean(WithdrawalSequence.class).current();
  }

  long withdraw() {
    return withdraw(UUID.randomUUID());
  }

  /** Raises a grant to version 4; returns the number of the entry. */
  long withdraw(UUID grant) {
    TransactionTemplate transactions =
        new TransactionTemplate(registry.bean(PlatformTransactionManager.class));
    WithdrawalSequence sequence = registry.bean(WithdrawalSequence.class);
    return Objects.requireNonNull(
        transactions.execute(status -> sequence.append(List.of(new GrantRaised(grant, 4)))));
  }
}
