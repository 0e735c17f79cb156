package net.sociallook.registry.sequence.lease;

import java.util.UUID;

/**
 * A lease as it stands in the database.
 *
 * @param renewals how often it was renewed; another number means another end
 * @param acknowledged the node admits nothing that entries up to this number took back
 */
record LeaseRow(UUID id, String node, long epoch, long renewals, long acknowledged) {

  /** Acknowledgements only grow: a smaller number changes nothing. */
  LeaseRow withAcknowledged(long sequence) {
    return new LeaseRow(id, node, epoch, renewals, Math.max(acknowledged, sequence));
  }
}
