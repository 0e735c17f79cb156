package net.sociallook.registry.grant;

import java.time.Duration;
import java.util.function.Supplier;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Takes something back: one transaction, then waiting until it is in force everywhere. Only what is
 * known to be in force is ever called so.
 */
@Component
public class TakingBack {
  private static final Logger LOG = LoggerFactory.getLogger(TakingBack.class);

  private final PlatformTransactionManager transactions;
  private final WithdrawalEffect effect;

  TakingBack(PlatformTransactionManager transactions, WithdrawalEffect effect) {
    this.transactions = transactions;
    this.effect = effect;
  }

  /**
   * What a transaction has done.
   *
   * @param sequence the number to wait for
   */
  public record Taken<T>(T what, long sequence) {}

  public sealed interface Outcome<T> {
    /** It is in force at every gateway. */
    record InForce<T>(Taken<T> taken, Duration after) implements Outcome<T> {}

    /** It may be in force, or be so soon, or not have happened. */
    record Checking<T>() implements Outcome<T> {}
  }

  /** What the change throws is thrown, and then nothing has happened. */
  <T> Outcome<T> run(Supplier<Taken<T>> change) {
    TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    Taken<T> taken;
    try {
      taken = change.get();
    } catch (RuntimeException | Error e) {
      transactions.rollback(transaction);
      throw e;
    }
    try {
      transactions.commit(transaction);
      return switch (effect.awaitEffective(taken.sequence())) {
        case EffectResult.Effective effective -> new Outcome.InForce<>(taken, effective.after());
        case EffectResult.Unknown unknown -> new Outcome.Checking<>();
      };
    } catch (RuntimeException e) {
      LOG.warn("Withdrawal: outcome unknown ({})", e.getClass().getSimpleName());
      return new Outcome.Checking<>();
    }
  }
}
