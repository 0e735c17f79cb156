package net.sociallook.pilot;

import net.sociallook.pilot.process.ProcessRecord;
import net.sociallook.pilot.state.StateDirectory;

/** Forgets the state of earlier runs. */
final class Reset {
  private Reset() {}

  /** Ends what still works on the state, then deletes it. The caller holds its lock. */
  static void of(StateDirectory state) {
    ProcessRecord.endLeftovers(state.processes());
    state.forget();
  }
}
