package net.sociallook.registry.sequence;

/** Tells when a withdrawal has taken effect at every gateway. */
public interface WithdrawalEffect {

  /**
   * Blocks the calling (virtual) thread until no gateway acts on anything that the entries up to
   * this number took back. Call it after the commit.
   *
   * @param sequence a number that {@link WithdrawalSequence#append} has returned
   */
  EffectResult awaitEffective(long sequence);
}
