package net.sociallook.adapter.server;

/** Carries a refusal out through code that is not ours, such as HAPI's. */
public final class RefusedException extends RuntimeException {
  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.code());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
