package net.sociallook.pilot.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.sociallook.pilot.process.Program;

/** The programs of a pilot, configured. */
public final class Parts {
  private final Setup setup;
  private final Pki pki;

  private Parts(Setup setup, Pki pki) {
    this.setup = setup;
    this.pki = pki;
  }

  /** Draws certificates and keys, unless they are there. */
  public static Parts of(Setup setup) {
    Pki pki = Pki.in(setup.state());
    setup
        .roster()
        .institutions()
        .forEach(institution -> {
          pki.files(institution.id(), "institution:" + institution.id());
          setup.keys().endorsement(institution.id());
        });
    return new Parts(setup, pki);
  }

  /**
   * Writes the settings of every part and says how to run it, in the order in which they are best
   * started.
   *
   * @param registry the registry's database
   * @param youthOffice the database of the youth office's simulated case system
   */
  public List<Program> programs(Database registry, Database youthOffice, int gateways) {
    List<Program> programs = new ArrayList<>();
    programs.add(new RegistrySetup(setup, pki).program(registry, gateways));
    GatewaySetup nodes = new GatewaySetup(setup, pki);
    IntStream.rangeClosed(1, gateways).mapToObj(nodes::node).forEach(programs::add);
    AdapterSetup adapters = new AdapterSetup(setup, pki);
    SimulationSetup systems = new SimulationSetup(setup);
    for (SystemKind kind : SystemKind.values()) {
      switch (kind) {
        case YOUTH_OFFICE ->
            programs.add(adapters.program(kind, new CaseDatabase(setup.state(), youthOffice)));
        case JOBCENTER, PROVIDER -> {
          programs.add(systems.program(kind));
          programs.add(adapters.program(kind, new SimulatedSystem(setup)));
        }
      }
    }
    return List.copyOf(programs);
  }
}
