package net.sociallook.gateway.lease;

import java.util.List;
import java.util.UUID;

/**
 * The registry's answer to a node that joins: a lease, and all that is withdrawn.
 *
 * @param floor tokens read before this number are refused
 * @param sequence the number that the entries reach to
 * @param entries all from {@code floor + 1} to {@code sequence}, in order
 */
record Joined(
    UUID lease, long epoch, long leaseMillis, long floor, long sequence, List<Entry> entries) {
  Joined {
    entries = List.copyOf(entries);
  }
}
