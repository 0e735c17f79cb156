package net.sociallook.gateway.token;

/** Leaves the verification at the point where it failed; becomes a {@link Verdict} at its edge. */
final class RejectedToken extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final TokenFault fault;

  RejectedToken(TokenFault fault) {
    super(fault.code(), null, false, false);
    this.fault = fault;
  }

  TokenFault fault() {
    return fault;
  }

  static void unless(boolean right, TokenFault fault) {
    if (!right) {
      throw new RejectedToken(fault);
    }
  }
}
