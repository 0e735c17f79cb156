package net.sociallook.pilot.linking;

import net.sociallook.pilot.process.Console;
import net.sociallook.pilot.setup.Setup;

/** Links the clients of the roster to their institutions. */
public record Linking(Setup setup, Console console) {
  public void linkAll() {}
}
