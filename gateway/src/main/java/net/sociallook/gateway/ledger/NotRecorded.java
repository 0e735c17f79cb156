package net.sociallook.gateway.ledger;

/** A record is not durable, or nobody knows. */
public final class NotRecorded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotRecorded(String what) {
    super(what + " (expected: durable)");
  }

  NotRecorded(String what, Throwable cause) {
    super(what + " (expected: durable)", cause);
  }
}
