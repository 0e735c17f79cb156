package net.sociallook.registry.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.sequence.WithdrawalEntry;
import net.sociallook.registry.sequence.WithdrawalEntry.SessionEnded;
import net.sociallook.registry.sequence.WithdrawalSequence;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a session, and with it what was opened inside it, by the sequence of withdrawals. */
@Component
public class SigningOut {
  private final Sessions sessions;
  private final TransactionTemplate transactions;
  private final WithdrawalSequence sequence;
  private final WithdrawalEffect effect;

  SigningOut(
      Sessions sessions,
      PlatformTransactionManager transactions,
      WithdrawalSequence sequence,
      WithdrawalEffect effect) {
    this.sessions = sessions;
    this.transactions = new TransactionTemplate(transactions);
    this.sequence = sequence;
    this.effect = effect;
  }

  /** Whether it has taken effect at every gateway. */
  public enum Result {
    EFFECTIVE,
    /** It may or may not have; own-access tokens end by themselves within a minute. */
    CHECKING
  }

  /** Ends the request's session, if it has one; returns when no gateway acts on it any more. */
  public Result signOut(HttpServletRequest request) {
    return end(() -> sessions.end(request).stream().toList());
  }

  /**
   * Ends every session of whoever this finds, in one transaction with it, and returns when no
   * gateway acts on one of them any more.
   */
  public Result signOutAllOf(Supplier<Optional<UUID>> whose) {
    return end(() -> whose.get().map(sessions::endAll).orElse(List.of()));
  }

  private Result end(Supplier<List<UUID>> ending) {
    Long entry =
        transactions.execute(status -> {
          List<WithdrawalEntry> ended = new ArrayList<>();
          ending.get().forEach(id -> ended.add(new SessionEnded(id)));
          return ended.isEmpty() ? 0L : sequence.append(ended);
        });
    if (entry == null || entry == 0) {
      return Result.EFFECTIVE;
    }
    return switch (effect.awaitEffective(entry)) {
      case EffectResult.Effective effective -> Result.EFFECTIVE;
      case EffectResult.Unknown unknown -> Result.CHECKING;
    };
  }
}
