package net.sociallook.gateway.upstream;

import net.sociallook.gateway.lease.Refused;

/** The last check refused; nothing was sent. */
public final class NotAdmitted extends Exception {
  private static final long serialVersionUID = 1L;
  private final Refused refused;

  public NotAdmitted(Refused refused) {
    super("last check: " + refused + " (expected: admitted)", null, false, false);
    this.refused = refused;
  }

  public Refused refused() {
    return refused;
  }
}
