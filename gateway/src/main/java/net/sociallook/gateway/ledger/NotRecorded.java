package net.sociallook.gateway.ledger;

/** A record is not durable, or nobody knows. */
public final class NotRecorded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean refused;

  private NotRecorded(String what, boolean refused) {
    super(what + " (expected: durable)");
    this.refused = refused;
  }

  NotRecorded(String what) {
    this(what, false);
  }

  NotRecorded(String what, Throwable cause) {
    super(what + " (expected: durable)", cause);
    this.refused = false;
  }

  /** The ledger said that it recorded nothing of the message, because something in it is wrong. */
  static NotRecorded refused(String what) {
    return new NotRecorded(what, true);
  }

  boolean isRefused() {
    return refused;
  }
}
