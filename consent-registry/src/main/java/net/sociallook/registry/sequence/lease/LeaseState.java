package net.sociallook.registry.sequence.lease;

import java.util.List;

/**
 * What one look at the database showed, all of the same instant.
 *
 * @param epoch of the registry
 * @param sequence the last committed entry
 * @param leases those not known to be over, of whatever epoch
 */
record LeaseState(long epoch, long sequence, List<LeaseRow> leases) {}
