package net.sociallook.gateway.lease;

/** Why the last check does not admit a request. */
public enum Refused {
  /** This node has no lease: it may not serve. */
  NO_LEASE,
  /** The grant has a higher lowest live version by now. */
  VERSION_DEAD,
  /** The token itself was revoked. */
  TOKEN_REVOKED,
  /** The client has signed out of the session that the token was made in. */
  SESSION_ENDED,
  /** The token was read before all that this node remembers. */
  READ_TOO_OLD
}
