package net.sociallook.registry.sequence;

import java.time.Duration;

/** What waiting for a withdrawal came to. */
public sealed interface EffectResult {

  /** It is in force everywhere. */
  record Effective(Duration after) implements EffectResult {}

  /** It could not be found out; it may or may not be in force yet. */
  record Unknown() implements EffectResult {}
}
