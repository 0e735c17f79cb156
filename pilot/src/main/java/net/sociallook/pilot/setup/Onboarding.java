package net.sociallook.pilot.setup;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.sociallook.pilot.process.Restart;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Newcomer;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.pilot.state.Ports;
import net.sociallook.pilot.state.StateDirectory;

/**
 * Takes an institution into a running pilot, as the operators of registry and gateways would: with
 * a certificate, a key for endorsements, an entry in the registry's directory, one in every
 * gateway's own list of institutions.
 */
public record Onboarding(Path sources, StateDirectory state) {

  /**
   * What has been done.
   *
   * @param certificate of the institution's system, with its key beside it
   * @param adapterCertificate of the adapter's server, likewise
   * @param restarted the processes that read the entry at a new start
   */
  public record Done(
      PilotFile.Institution institution,
      String certificate,
      String adapterCertificate,
      String endorsementKey,
      List<String> restarted) {}

  /** Everybody who takes part so far. */
  public Roster roster() {
    return Roster.fieldTrial().with(Newcomer.in(state));
  }

  /** The running pilot as it is configured now. */
  public Setup setup() {
    Ports ports = JsonFile.read(state.portsFile(), Ports.class).orElse(new Ports(0));
    return new Setup(sources, state, ports, roster());
  }

  /** The newcomer is not there yet, and its ids are nobody else's. */
  public Done add(Newcomer newcomer) {
    Institution institution = newcomer.institution();
    newcomer.write(state);
    Setup setup = setup();
    Pki pki = Pki.in(state);
    pki.files(institution.id(), "institution:" + institution.id());
    Pki.KeyPairFiles adapter =
        pki.files("adapter-" + institution.id(), "adapter:" + institution.id());
    setup.keys().endorsement(institution.id());
    new RegistrySetup(setup, pki).directory();
    new GatewaySetup(setup, pki).institutions();
    List<String> restarted = restarted();
    PilotFile.Institution published = new Published(setup).of(institution);
    JsonFile.read(state.pilotFile(), PilotFile.class)
        .ifPresent(file -> JsonFile.write(state.pilotFile(), file.with(published)));
    return new Done(
        published,
        published.cert(),
        state.shown(adapter.certificate()),
        state.shown(setup.keys().endorsementFile(institution.id())),
        restarted);
  }

  /** The registry first: it is the one that gives the gateways their leases. */
  private List<String> restarted() {
    Restart restart = new Restart(state.processes());
    List<String> names =
        restart.running().stream()
            .filter(name -> name.equals(RegistrySetup.NAME) || name.startsWith(GatewaySetup.NAME))
            .sorted(Comparator.comparing(name -> !name.equals(RegistrySetup.NAME)))
            .toList();
    names.forEach(restart::of);
    return names;
  }
}
