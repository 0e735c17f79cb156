package net.sociallook.registry.web;

/**
 * An answer that has begun cannot be finished. The connection is closed, so that nobody takes the
 * part for the whole.
 */
public final class BrokenOff extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause named, and not kept: Spring takes an end of file anywhere behind an exception for
   *     a caller who has gone, and ends the answer as if it were whole
   */
  public BrokenOff(Exception cause) {
    super("answer: broken off by " + cause.getClass().getSimpleName() + " (expected: its end)");
  }
}
