package net.sociallook.gateway.pipeline;

/** The holder answered with something else than was asked for. Its words are not repeated. */
final class UnusableAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableAnswer(int status) {
    super("adapter: " + status + " (expected: an answer to the request)", null, false, false);
  }
}
