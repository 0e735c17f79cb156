package net.sociallook.gateway.lease;

/** The lease cannot be trusted any more: what came is not what the protocol says. */
final class LeaseBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseBroken(String message) {
    super(message);
  }

  LeaseBroken(String message, Throwable cause) {
    super(message, cause);
  }
}
