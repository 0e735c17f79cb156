package net.sociallook.gateway.delivery;

/** The answer had to end: its lease, its grant version or its token is dead. */
public final class AnswerCut extends Exception {
  private static final long serialVersionUID = 1L;

  AnswerCut() {
    super("answer: cut (expected: alive)", null, false, false);
  }
}
