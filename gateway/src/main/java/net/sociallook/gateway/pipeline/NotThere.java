package net.sociallook.gateway.pipeline;

/** The resource does not exist, or is not to be seen. Nobody can tell which. */
final class NotThere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotThere() {
    super("resource: not there (expected: one that may be seen)", null, false, false);
  }
}
