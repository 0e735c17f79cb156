package net.sociallook.gateway.pipeline;

/** The request was cut: its grant died, or this node's lease ran out. */
final class Withdrawn extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Withdrawn() {
    super("request: cut (expected: alive)", null, false, false);
  }
}
