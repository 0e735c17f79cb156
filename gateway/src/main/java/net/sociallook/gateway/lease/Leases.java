package net.sociallook.gateway.lease;

import java.util.Optional;

/** Whether this node may serve, and which grants and tokens are dead. Thread-safe. */
public interface Leases {

  /**
   * The last check before a request goes upstream.
   *
   * @return empty if it may
   */
  Optional<Refused> lastCheck(TokenStanding standing);

  /**
   * Registers a request as in flight on its grant.
   *
   * @param cut called once, on any thread, when the request must end at once: it must not return
   *     before nothing more can go out
   */
  InFlight register(TokenStanding standing, Runnable cut);
}
