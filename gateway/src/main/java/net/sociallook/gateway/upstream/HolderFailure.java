package net.sociallook.gateway.upstream;

/** An adapter gave no answer that can be used. Its words are not repeated here. */
public final class HolderFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** No connection, no trusted certificate, or the connection broke. */
    UNREACHABLE,
    /** It took too long: to connect, until the answer began, or between two parts of it. */
    TIMED_OUT,
    /** An answer that an adapter does not give: a redirection, rubbish. */
    ODD_ANSWER,
    /** The stamp was refused twice. */
    STAMP_REFUSED
  }

  private final Kind kind;

  HolderFailure(Kind kind, Throwable cause) {
    super("adapter: " + kind + " (expected: an answer)", cause);
    this.kind = kind;
  }

  HolderFailure(Kind kind) {
    super("adapter: " + kind + " (expected: an answer)");
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
