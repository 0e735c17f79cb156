package net.sociallook.registry;

/** The registry will not run like this. The message is the sentence an operator reads. */
public final class RefusesToStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RefusesToStart(String sentence) {
    super(sentence);
  }

  public RefusesToStart(String sentence, Exception cause) {
    super(sentence, cause);
  }
}
