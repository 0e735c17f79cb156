package net.sociallook.registry.token;

import java.time.Instant;
import java.util.UUID;

/** The tokens that were revoked before their end. */
public interface TokenRevocations {

  /**
   * Notes within the caller's transaction that a token was revoked; a second time changes nothing.
   *
   * @param expiresAt when it need not be remembered any longer
   */
  void add(UUID token, Instant expiresAt);

  boolean contains(UUID token);
}
