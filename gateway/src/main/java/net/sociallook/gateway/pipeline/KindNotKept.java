package net.sociallook.gateway.pipeline;

/** The holder says that it does not keep this kind of data, of nobody. */
final class KindNotKept extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KindNotKept() {
    super("kind: not kept (expected: one that the holder keeps)", null, false, false);
  }
}
