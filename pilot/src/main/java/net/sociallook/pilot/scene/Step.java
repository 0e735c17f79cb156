package net.sociallook.pilot.scene;

/** What happens in a scene, one after the other. */
public sealed interface Step {
  /** The client allows one institution something, beside what she allows it already. */
  record Allow(Allowance allowance) implements Step {}

  /** The client leaves one institution one document of a holder alone. */
  record Narrow(String recipient, String holder, String document) implements Step {}

  /** The client says a standing no to one kind of sensitive content. */
  record Block(String label) implements Step {}

  /** The client lifts that. */
  record Unblock(String label) implements Step {}

  /** Somebody asks. */
  record Look(Question question, Expected expected) implements Step {}
}
