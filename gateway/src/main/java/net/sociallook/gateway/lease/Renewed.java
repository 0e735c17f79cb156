package net.sociallook.gateway.lease;

/**
 * The registry's answer to a renewal.
 *
 * @param sequence the last number that the answering registry process knows; it can lag behind what
 *     another one has streamed, so nothing is concluded from it
 */
record Renewed(long epoch, long leaseMillis, long sequence) {}
