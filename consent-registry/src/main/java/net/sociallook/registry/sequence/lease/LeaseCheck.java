package net.sociallook.registry.sequence.lease;

import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/** What came of looking at a lease that a caller named. */
public enum LeaseCheck {
  /** It is alive and the caller's. */
  ALIVE,
  /** It has ended, or the registry's epoch has changed; its node must join anew. */
  ENDED,
  /** Its node has left an entry unacknowledged for too long. */
  BEHIND,
  /** It is another node's. */
  FOREIGN;

  /**
   * @throws Refused unless it is alive
   */
  public void require() {
    switch (this) {
      case ALIVE -> {}
      case ENDED -> throw new Refused(Problem.LEASE_ENDED);
      case BEHIND -> throw new Refused(Problem.ENTRY_UNACKNOWLEDGED);
      case FOREIGN -> throw new Refused(Problem.FOREIGN_LEASE);
    }
  }
}
