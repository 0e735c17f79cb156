package net.sociallook.registry.token.key;

import java.time.Instant;

/** What became of a wish to rotate the signing keys. */
public sealed interface Rotation {

  /**
   * It is done.
   *
   * @param kid the key that signs now
   * @param next the key that was made, to sign after it
   * @param retired the key that signed until now
   * @param retiredUntil until when the retired key is published
   */
  record Done(String kid, String next, String retired, Instant retiredUntil) implements Rotation {}

  /** The next key is published too shortly for everybody to know it. */
  record TooSoon(Instant possibleFrom) implements Rotation {}

  /** Another key signs than the one that was to be replaced. */
  record OtherCurrent() implements Rotation {}

  /** The keys lie in files: the operator rotates them there. */
  record KeysFromFiles() implements Rotation {}
}
