package net.sociallook.gateway.lease;

/**
 * One reading of both clocks.
 *
 * @param nanos the monotonic clock in nanoseconds; only differences mean something
 * @param wallMillis the wall clock in milliseconds since 1970
 */
public record Moment(long nanos, long wallMillis) {}
