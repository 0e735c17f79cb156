package net.sociallook.adapter.assertion;

import java.util.Optional;
import net.sociallook.adapter.server.Refusal;

/** Says whether a stamp still holds. */
interface StampJudge {
  /**
   * @param stamp empty when the gateway had no reading yet
   * @return why not; empty when the stamp holds at this instant
   */
  Optional<Refusal> judge(Optional<Stamp> stamp);

  /** Now, on the clock on which stamps end. */
  long millis();
}
