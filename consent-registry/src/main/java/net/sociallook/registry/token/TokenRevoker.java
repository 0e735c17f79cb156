package net.sociallook.registry.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.sequence.WithdrawalEntry.TokenRevoked;
import net.sociallook.registry.sequence.WithdrawalSequence;
import org.springframework.transaction.support.TransactionOperations;

/** Ends tokens before their time, by the same sequence as a client's withdrawals. */
public final class TokenRevoker {

  /** Whether the token is dead on every gateway. */
  public enum Result {
    DEAD,
    /** It may or may not be; asking again is safe. */
    UNKNOWN
  }

  private final TransactionOperations transactions;
  private final WithdrawalSequence sequence;
  private final WithdrawalEffect effect;
  private final TokenStanding standing;

  public TokenRevoker(
      TransactionOperations transactions,
      WithdrawalSequence sequence,
      WithdrawalEffect effect,
      TokenStanding standing) {
    this.transactions = transactions;
    this.sequence = sequence;
    this.effect = effect;
    this.standing = standing;
  }

  /**
   * Returns when no gateway admits the token any more. A token that ended by itself is left alone.
   *
   * @param claims of a token of this registry
   */
  public Result revoke(JWTClaimsSet claims) {
    if (!standing.isWithinItsTime(claims)) {
      return Result.DEAD;
    }
    UUID token = UUID.fromString(claims.getJWTID());
    Long entry =
        transactions.execute(status -> {
          standing.revoke(token, claims.getExpirationTime().toInstant());
          return sequence.append(List.of(new TokenRevoked(token)));
        });
    if (entry == null) {
      throw new IllegalStateException("sequence: none (expected: the number of the entry)");
    }
    return switch (effect.awaitEffective(entry)) {
      case EffectResult.Effective effective -> Result.DEAD;
      case EffectResult.Unknown unknown -> Result.UNKNOWN;
    };
  }
}
