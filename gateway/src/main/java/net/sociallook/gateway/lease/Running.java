package net.sociallook.gateway.lease;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request in flight, bound to the lease that it was registered under. */
final class Running implements InFlight {
  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  private final TokenStanding standing;
  private final Runnable cut;
  private final NodeLease node;
  private final NodeLease.@Nullable Held lease;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile boolean killed;

  Running(TokenStanding standing, Runnable cut, NodeLease node, NodeLease.@Nullable Held lease) {
    this.standing = standing;
    this.cut = cut;
    this.node = node;
    this.lease = lease;
  }

  TokenStanding standing() {
    return standing;
  }

  boolean killed() {
    return killed;
  }

  /** From now on it is not alive. */
  void kill() {
    killed = true;
  }

  /** From now on it is not alive, and it is told to end; one that has ended is left alone. */
  void cut() {
    kill();
    if (over.compareAndSet(false, true)) {
      try {
        cut.run();
      } catch (RuntimeException e) {
        // The others must be cut all the same. This one is not acknowledged before it ends.
        LOG.error("cut: failed (expected: the request ends)", e);
      }
    }
  }

  @Override
  public boolean alive() {
    if (!killed && !node.carries(lease)) {
      kill();
    }
    return !killed;
  }

  @Override
  public void close() {
    over.set(true);
    node.ended(this);
  }
}
