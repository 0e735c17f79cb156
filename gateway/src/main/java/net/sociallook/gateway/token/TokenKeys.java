package net.sociallook.gateway.token;

import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/** The issuer's keys as last fetched. Never blocks, never fetches. */
@FunctionalInterface
public interface TokenKeys {

  /**
   * @return empty if no current key has this id, or what was fetched is too old to tell
   */
  Optional<ECPublicKey> find(String kid);
}
