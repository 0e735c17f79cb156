package net.sociallook.registry.page.grants;

import net.sociallook.registry.grant.GrantVersion;
import net.sociallook.registry.grant.Narrowings;
import net.sociallook.registry.sequence.EffectResult;
import org.springframework.stereotype.Component;

/** Finds out what has become of a narrowing; asked again, it may have an answer. */
@Component
class NarrowingResults {
  private final Narrowings narrowings;

  NarrowingResults(Narrowings narrowings) {
    this.narrowings = narrowings;
  }

  /**
   * {@code done} if it is in force everywhere, {@code checking} if that is not known, {@code not}
   * if the newest version is no narrowing.
   */
  String of(GrantVersion newest) {
    if (newest.change() != GrantVersion.Change.NARROWED) {
      return "not";
    }
    return switch (narrowings.effect(newest)) {
      case EffectResult.Effective effective -> "done";
      case EffectResult.Unknown unknown -> "checking";
    };
  }
}
