package net.sociallook.registry.page.device;

import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.sequence.WithdrawalSequence;
import org.springframework.stereotype.Component;

/** Whether all that was ever taken back is in force at every gateway. */
@Component
class InForce {
  private final WithdrawalSequence sequence;
  private final WithdrawalEffect effect;

  InForce(WithdrawalSequence sequence, WithdrawalEffect effect) {
    this.sequence = sequence;
    this.effect = effect;
  }

  boolean now() {
    return switch (effect.awaitEffective(sequence.current())) {
      case EffectResult.Effective effective -> true;
      case EffectResult.Unknown unknown -> false;
    };
  }
}
