package net.sociallook.gateway.lease;

/** The clocks of this node. Thread-safe and cheap. */
@FunctionalInterface
public interface Clocks {
  Moment now();

  /** The clocks of the machine. */
  static Clocks system() {
    return () -> new Moment(System.nanoTime(), System.currentTimeMillis());
  }
}
