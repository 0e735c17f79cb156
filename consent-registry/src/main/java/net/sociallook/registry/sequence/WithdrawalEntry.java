package net.sociallook.registry.sequence;

import java.util.UUID;

/** One thing that was taken back. */
public sealed interface WithdrawalEntry {

  /** Versions of the grant below this one are dead. */
  record GrantRaised(UUID grant, int lowestLiveVersion) implements WithdrawalEntry {}

  /** This one token is dead. */
  record TokenRevoked(UUID jti) implements WithdrawalEntry {}

  /** Whatever was issued inside this session is dead. */
  record SessionEnded(UUID session) implements WithdrawalEntry {}
}
