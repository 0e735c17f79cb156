package net.sociallook.gateway.lease;

import java.util.Optional;

/**
 * Whether this node may serve, and which grants and tokens are dead. Thread-safe; nothing here
 * blocks.
 *
 * <p>The order for a request is: {@link #register}, the durable intent, {@link #lastCheck} right
 * before the upstream call, {@link InFlight#alive} before every chunk. Only in this order can no
 * withdrawal slip between a check and what rests on it.
 */
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
   * @param cut called at most once, on any thread, when the request must end at once. It does not
   *     block; it brings about that nothing more goes out and that {@link InFlight#close} is called
   *     soon: only then is the withdrawal acknowledged
   * @return not alive if the standing is refused already
   */
  InFlight register(TokenStanding standing, Runnable cut);
}
