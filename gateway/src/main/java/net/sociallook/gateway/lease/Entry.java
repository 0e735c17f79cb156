package net.sociallook.gateway.lease;

import java.util.UUID;
import net.sociallook.consent.GrantId;

/** One entry of the withdrawal sequence. */
sealed interface Entry {
  long sequence();

  /** Whether a token of this standing is dead by this entry. */
  boolean kills(TokenStanding standing);

  /** Tokens made from a version below the lowest live one are dead. */
  record OfGrant(long sequence, GrantId grant, int lowestLiveVersion) implements Entry {
    @Override
    public boolean kills(TokenStanding standing) {
      return standing.root() instanceof TokenStanding.Root.OfGrant(GrantId other, int version)
          && other.equals(grant)
          && version < lowestLiveVersion;
    }
  }

  /** This one token is dead. */
  record OfToken(long sequence, UUID jti) implements Entry {
    @Override
    public boolean kills(TokenStanding standing) {
      return standing.jti().equals(jti);
    }
  }

  /** Tokens made in this session of the client page are dead. */
  record OfSession(long sequence, UUID session) implements Entry {
    @Override
    public boolean kills(TokenStanding standing) {
      return standing.root() instanceof TokenStanding.Root.OfSession(UUID other)
          && other.equals(session);
    }
  }
}
