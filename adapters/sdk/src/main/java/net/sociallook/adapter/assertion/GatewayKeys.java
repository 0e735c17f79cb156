package net.sociallook.adapter.assertion;

import java.security.interfaces.ECPublicKey;
import java.util.Optional;

/** The keys of the gateway nodes that have a lease. Safe for many threads. */
public interface GatewayKeys {
  /**
   * The key with this id; empty where no node has it.
   *
   * @throws java.io.UncheckedIOException if the keys are not known well enough to say so
   */
  Optional<ECPublicKey> find(String keyId);
}
