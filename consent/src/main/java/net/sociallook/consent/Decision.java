package net.sociallook.consent;

/**
 * The answer of {@link ConsentPolicy}. "Could not decide" is not among the answers; it is an
 * exception, and refuses.
 */
public sealed interface Decision {

  /** Allowed, on this basis. */
  record Permit(Basis basis) implements Decision {}

  /** Not allowed, for this reason. */
  record Deny(Reason reason) implements Decision {}
}
