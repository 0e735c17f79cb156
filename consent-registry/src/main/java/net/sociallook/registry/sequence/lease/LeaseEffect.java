package net.sociallook.registry.sequence.lease;

import java.time.Duration;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.Ticker;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Waits for the leases. */
final class LeaseEffect implements WithdrawalEffect {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseEffect.class);

  /** How soon acknowledgements are noticed that another registry process received. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** Well above the longest time a lease can take when the database answers. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Leases leases;
  private final Ticker ticker;

  LeaseEffect(Leases leases, Ticker ticker) {
    this.leases = leases;
    this.ticker = ticker;
  }

  @Override
  public EffectResult awaitEffective(long sequence) {
    long asked = ticker.nanos();
    try {
      return await(sequence, asked);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("withdrawal {}: effect unknown ({})", sequence, e.getClass().getSimpleName());
      return new EffectResult.Unknown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new EffectResult.Unknown();
    }
  }

  private EffectResult await(long sequence, long asked) throws InterruptedException {
    while (since(asked).compareTo(PATIENCE) < 0) {
      // The first look must come after the commit: it sees every lease that was granted before it.
      if (leases.look().sequence() < sequence) {
        return new EffectResult.Unknown();
      }
      if (awaitChange(sequence)) {
        return new EffectResult.Effective(since(asked));
      }
    }
    return new EffectResult.Unknown();
  }

  /**
   * Waits until the entry is in force, at most until it is time to look at the database again.
   *
   * @return whether it is in force
   */
  private boolean awaitChange(long sequence) throws InterruptedException {
    long looked = ticker.nanos();
    while (since(looked).compareTo(LOOK_AGAIN) < 0) {
      long seen = leases.changes().count();
      Duration left = leases.untilEffective(sequence);
      if (!left.isPositive()) {
        return true;
      }
      leases.changes().await(seen, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
    }
    return false;
  }

  private Duration since(long reading) {
    return Duration.ofNanos(ticker.nanos() - reading);
  }
}
