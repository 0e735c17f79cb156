package net.sociallook.registry.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
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
    Long entry =
        transactions.execute(status -> {
          Optional<UUID> signed = sessions.end(request);
          return signed.map(id -> sequence.append(List.of(new SessionEnded(id)))).orElse(0L);
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
