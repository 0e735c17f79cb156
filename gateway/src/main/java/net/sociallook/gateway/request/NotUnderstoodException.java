package net.sociallook.gateway.request;

/** Leaves the parser where a request stops making sense; becomes a {@link Parsed} at its edge. */
final class NotUnderstoodException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Misfit misfit;

  NotUnderstoodException(Misfit misfit) {
    super(misfit.name(), null, false, false);
    this.misfit = misfit;
  }

  static void unless(boolean right, Misfit misfit) {
    if (!right) {
      throw new NotUnderstoodException(misfit);
    }
  }

  Misfit misfit() {
    return misfit;
  }
}
