package net.sociallook.gateway.lease;

/**
 * The registry's answer to a renewal.
 *
 * @param sequence the last number of the withdrawal sequence at the registry
 */
record Renewed(long epoch, long leaseMillis, long sequence) {}
