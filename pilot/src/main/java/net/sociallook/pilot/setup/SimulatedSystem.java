package net.sociallook.pilot.setup;

import java.nio.file.Path;
import net.sociallook.pilot.roster.Institution;

/** An existing system that is simulated by a process, on the loopback address. */
record SimulatedSystem(Setup setup) implements ExistingSystem {
  @Override
  public void name(SettingsFile adapter, Institution institution) {
    String address = "http://127.0.0.1:" + setup.ports().system(setup.number(institution.id()));
    if (KeptKinds.areChosen(institution)) {
      adapter.set("system.url", address + "/fhir").set("kinds", KeptKinds.at(institution));
    } else {
      adapter.set("system.url", address);
    }
    adapter.set("system.secret-file", secretOf(institution));
  }

  /** What the system wants to see from its adapter. */
  Path secretOf(Institution institution) {
    return setup.keys().secretFile("system-" + institution.id());
  }
}
