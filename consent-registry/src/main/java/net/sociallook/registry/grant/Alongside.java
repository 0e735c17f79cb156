package net.sociallook.registry.grant;

/** What happens in the same transaction as a change, after it: both or neither. */
@FunctionalInterface
public interface Alongside {
  Alongside NOTHING = () -> {};

  /** What it throws undoes the change. */
  void happen();

  /** The same, once it has happened. */
  default <T> T after(T changed) {
    happen();
    return changed;
  }
}
