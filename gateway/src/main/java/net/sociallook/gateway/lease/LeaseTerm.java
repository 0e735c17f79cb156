package net.sociallook.gateway.lease;

/**
 * How long a lease lasts, as the node counts it.
 *
 * <p>The monotonic clock decides, but it stands still while a machine is suspended; the wall clock
 * does not, but it can be set. So either of them can end a lease, and so does a wall clock that
 * fell behind the monotonic one: what jumped once proves nothing any more.
 *
 * @param from the moment the renewal was <em>sent</em>: the registry cannot have granted earlier
 */
record LeaseTerm(Moment from, long millis) {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long TOLERATED_FALL_MILLIS = 250;

  boolean overAt(Moment now) {
    long steady = (now.nanos() - from.nanos()) / NANOS_PER_MILLI;
    long wall = now.wallMillis() - from.wallMillis();
    return steady >= millis || wall >= millis || wall < steady - TOLERATED_FALL_MILLIS;
  }
}
