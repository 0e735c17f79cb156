package net.sociallook.registry.sequence.lease;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import net.sociallook.registry.sequence.Withdrawal;
import net.sociallook.registry.sequence.WithdrawalEntry.GrantRaised;
import net.sociallook.registry.sequence.WithdrawalEntry.SessionEnded;
import net.sociallook.registry.sequence.WithdrawalEntry.TokenRevoked;

/** An entry as gateways read it. */
sealed interface EntryLine {

  record Grant(long sequence, UUID grant, int lowestLiveVersion) implements EntryLine {
    @JsonProperty
    String kind() {
      return "grant";
    }
  }

  record Token(long sequence, UUID jti) implements EntryLine {
    @JsonProperty
    String kind() {
      return "token";
    }
  }

  record Session(long sequence, UUID session) implements EntryLine {
    @JsonProperty
    String kind() {
      return "session";
    }
  }

  static EntryLine of(Withdrawal withdrawal) {
    long sequence = withdrawal.sequence();
    return switch (withdrawal.entry()) {
      case GrantRaised(UUID grant, int lowest) -> new Grant(sequence, grant, lowest);
      case TokenRevoked(UUID jti) -> new Token(sequence, jti);
      case SessionEnded(UUID session) -> new Session(sequence, session);
    };
  }
}
