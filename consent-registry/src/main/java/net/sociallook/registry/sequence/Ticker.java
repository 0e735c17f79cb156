package net.sociallook.registry.sequence;

/**
 * A monotonic clock: it never jumps, and its readings mean something in this process only. Compare
 * readings by their difference, since they may overflow.
 */
@FunctionalInterface
public interface Ticker {

  long nanos();
}
