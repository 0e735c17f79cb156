package net.sociallook.gateway.lease;

import java.util.UUID;
import net.sociallook.consent.GrantId;

/**
 * What the life of a token hangs on.
 *
 * @param root what the token was made from
 * @param jti the token's id
 * @param readAt the number of the withdrawal sequence at which its root was read
 */
public record TokenStanding(Root root, UUID jti, long readAt) {

  /** A token is made from one of two things, and dies with it. */
  public sealed interface Root {
    /** A version of a grant. */
    record OfGrant(GrantId grant, int version) implements Root {}

    /** A session of the client page. */
    record OfSession(UUID session) implements Root {}
  }

  public TokenStanding(GrantId grant, int version, UUID jti, long readAt) {
    this(new Root.OfGrant(grant, version), jti, readAt);
  }
}
