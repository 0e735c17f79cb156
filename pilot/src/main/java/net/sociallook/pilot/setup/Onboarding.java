package net.sociallook.pilot.setup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.process.Restart;
import net.sociallook.pilot.process.StartFailed;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Newcomer;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.pilot.state.Ports;
import net.sociallook.pilot.state.StateDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Takes an institution into a running pilot, as the operators of registry and gateways would: with
 * a certificate, a key for endorsements, an entry in the registry's directory, one in every
 * gateway's own list of institutions.
 */
public record Onboarding(Path sources, StateDirectory state) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * What has been done.
   *
   * @param certificate of the institution's system, with its key beside it
   * @param adapterCertificate of the adapter's server, likewise; null where it only receives
   * @param restarted the processes that read the entry at a new start
   */
  public record Done(
      PilotFile.Institution institution,
      String certificate,
      @Nullable String adapterCertificate,
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
    Pki.KeyPairFiles own = pki.files(institution.id(), "institution:" + institution.id());
    if (institution.inbox()) {
      pki.inbox(institution.id());
    }
    setup.keys().endorsement(institution.id());
    enter(setup, pki);
    try {
      awaitDirectory(
          new Endpoint(setup.issuer(), Trust.clientWith(pki.ca(), own.certificate(), own.key())));
    } catch (StartFailed e) {
      newcomer.delete(state);
      enter(setup(), pki);
      throw e;
    }
    List<String> restarted = restarted();
    PilotFile.Institution published = new Published(setup).of(institution);
    JsonFile.read(state.pilotFile(), PilotFile.class)
        .ifPresent(file -> JsonFile.write(state.pilotFile(), file.with(published)));
    return new Done(
        published,
        published.cert(),
        newcomer.adapter() == null ? null : adapterCertificate(pki, institution),
        state.shown(setup.keys().endorsementFile(institution.id())),
        restarted);
  }

  private String adapterCertificate(Pki pki, Institution institution) {
    String id = institution.id();
    return state.shown(pki.files("adapter-" + id, "adapter:" + id).certificate());
  }

  private static void enter(Setup setup, Pki pki) {
    new RegistrySetup(setup, pki).directory();
    new GatewaySetup(setup, pki).institutions();
  }

  /** The registry reads its directory anew by itself. */
  private static void awaitDirectory(Endpoint registry) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!registry.get("/institutions").isSuccess()) {
      if (System.nanoTime() > deadline) {
        throw new StartFailed(
            "The registry does not know the institution after "
                + PATIENCE.toSeconds()
                + " s; see its log");
      }
      Restart.pause();
    }
  }

  /** Gateways read their own list of institutions when they start. */
  private List<String> restarted() {
    Restart restart = new Restart(state.processes());
    List<String> gateways =
        restart.running().stream().filter(name -> name.startsWith(GatewaySetup.NAME)).toList();
    gateways.forEach(restart::of);
    return gateways;
  }
}
