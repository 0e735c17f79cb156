package net.sociallook.adapter.assertion;

/** A monotonic and a wall clock that go as a test says. */
final class TwoClocks {
  private long nanos = 5_000_000_000L;
  private long wallMillis = 1_700_000_000_000L;

  /** Time goes by. */
  void pass(long millis) {
    nanos += millis * 1_000_000;
    wallMillis += millis;
  }

  /** Time goes by that the monotonic clock does not see; negative: the wall clock is set back. */
  void suspend(long millis) {
    wallMillis += millis;
  }

  long nanos() {
    return nanos;
  }

  long wallMillis() {
    return wallMillis;
  }
}
