package net.sociallook.pilot.setup;

import java.nio.file.Path;
import java.util.List;
import net.sociallook.pilot.process.Program;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.state.JsonFile;

/** Configures the simulated systems: one process for each kind, one file for each institution. */
final class SimulationSetup {
  private static final int HEAP = 128;

  private final Setup setup;

  SimulationSetup(Setup setup) {
    this.setup = setup;
  }

  Program program(SystemKind kind) {
    List<String> files =
        setup.institutions(kind).stream().map(one -> settings(one).toString()).toList();
    List<String> command =
        new AppJar(setup.sources().resolve("adapters").resolve(kind.code()))
            .command(kind.simulation(), setup.state(), HEAP, files);
    String name = kind.systemName();
    return new Program(
        name,
        command,
        setup.state().logs().resolve(name + ".log"),
        new Listeners(setup).systems(kind));
  }

  private Path settings(Institution one) {
    SettingsFile file =
        new SettingsFile("")
            .set("institution", one.id())
            .set("port", setup.ports().system(setup.number(one.id())))
            .set("secret-file", new SimulatedSystem(setup).secretOf(one))
            .set("people", people(one))
            .set("today", setup.firstDay());
    if (KeptKinds.areChosen(one)) {
      file.set("kinds", KeptKinds.at(one));
    }
    return file.write(setup.state().configuration().resolve("system-" + one.id() + ".properties"));
  }

  private Path people(Institution one) {
    Path file = setup.state().configuration().resolve("people-" + one.id() + ".json");
    JsonFile.write(file, People.of(one, setup.roster()));
    return file;
  }
}
