package net.sociallook.pilot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.sociallook.pilot.linking.Linking;
import net.sociallook.pilot.process.Console;
import net.sociallook.pilot.process.FreePorts;
import net.sociallook.pilot.process.JavaPart;
import net.sociallook.pilot.process.Listening;
import net.sociallook.pilot.process.PostgresPart;
import net.sociallook.pilot.process.ProcessRecord;
import net.sociallook.pilot.process.Program;
import net.sociallook.pilot.process.Readiness;
import net.sociallook.pilot.process.StartFailed;
import net.sociallook.pilot.process.Supervision;
import net.sociallook.pilot.setup.CaseSystem;
import net.sociallook.pilot.setup.Database;
import net.sociallook.pilot.setup.Listeners;
import net.sociallook.pilot.setup.Parts;
import net.sociallook.pilot.setup.Setup;
import net.sociallook.pilot.state.StateDirectory;

/** The whole system on one machine: started, kept running, stopped. */
final class Pilot implements AutoCloseable {
  private static final String OWN_NAME = "pilot";
  private static final String REGISTRY_DATABASE = "registry";
  private static final String YOUTH_OFFICE_DATABASE = "youth_office";

  private final Setup setup;
  private final PilotOptions options;
  private final Console console;
  private final Deque<Supervision> running = new ArrayDeque<>();
  private boolean closed;

  Pilot(Setup setup, PilotOptions options, Console console) {
    this.setup = setup;
    this.options = options;
    this.console = console;
  }

  /**
   * Returns when everything runs and all clients are linked.
   *
   * @throws StartFailed with a message for whoever started it
   */
  void start() {
    StateDirectory state = setup.state();
    for (ProcessRecord leftover : ProcessRecord.endLeftovers(state.processes())) {
      console.say("Ended " + leftover.name() + ", left over from an earlier run");
    }
    FreePorts.require(
        new Listeners(setup).byPort(options.gateways(), options.database().isEmpty()));
    KeptPorts.keep(state, setup.ports());
    ProcessRecord.of(OWN_NAME, ProcessHandle.current(), Listening.NOWHERE).write(state.processes());
    Parts parts = Parts.of(setup);
    console.say("Certificates and keys are in " + state.shown(state.pki()));
    Database registry = registryDatabase();
    Database youthOffice = registry.beside(YOUTH_OFFICE_DATABASE);
    if (new CaseSystem(setup, youthOffice).fill()) {
      console.say("The youth office's simulated case system is filled");
    }
    List<Program> programs = parts.programs(registry, youthOffice, options.gateways());
    startAll(programs);
    new Linking(setup, console).linkAll();
    new Announcement(setup, options.gateways()).write();
  }

  private Database registryDatabase() {
    return options
        .database()
        .orElseGet(() -> {
          PostgresPart postgres =
              new PostgresPart(setup.state().postgres(), setup.ports().postgres());
          begin(postgres);
          postgres.createDatabase(REGISTRY_DATABASE);
          postgres.createDatabase(YOUTH_OFFICE_DATABASE);
          console.say("PostgreSQL runs on port " + setup.ports().postgres());
          return new Database(
              "jdbc:postgresql://localhost:" + setup.ports().postgres() + "/" + REGISTRY_DATABASE,
              "postgres",
              "postgres");
        });
  }

  private void startAll(List<Program> programs) {
    console.say("Starting " + String.join(", ", programs.stream().map(Program::name).toList()));
    Readiness readiness = new Readiness(console);
    List<Supervision> started =
        programs.stream().map(program -> begin(new JavaPart(program))).toList();
    for (int i = 0; i < started.size(); i++) {
      readiness.await(started.get(i), programs.get(i));
      console.say(programs.get(i).name() + " is ready");
    }
  }

  private Supervision begin(Supervision.Part part) {
    synchronized (running) {
      if (closed) {
        throw new StartFailed("The pilot is being stopped.");
      }
      Supervision supervision = Supervision.begin(part, setup.state().processes(), console);
      running.push(supervision);
      return supervision;
    }
  }

  boolean isClosed() {
    synchronized (running) {
      return closed;
    }
  }

  /** Stops everything, the last started first. */
  @Override
  public void close() {
    synchronized (running) {
      if (closed) {
        return;
      }
      closed = true;
      Announcement.withdraw(setup.state());
      running.forEach(Supervision::expectEnd);
      running.forEach(Supervision::close);
      ProcessRecord.delete(OWN_NAME, setup.state().processes());
    }
  }
}
