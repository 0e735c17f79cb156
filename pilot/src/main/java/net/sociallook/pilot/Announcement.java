package net.sociallook.pilot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import net.sociallook.pilot.linking.LinkedClient;
import net.sociallook.pilot.process.Console;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.setup.Published;
import net.sociallook.pilot.setup.Setup;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.pilot.state.StateDirectory;

/** Says that the pilot runs, and how to use it. */
record Announcement(Setup setup, int gateways) {

  /** Writes {@code pilot.json}. */
  void write() {
    StateDirectory state = setup.state();
    JsonFile.write(
        state.pilotFile(),
        new PilotFile(
            gatewayAddresses(),
            setup.issuer(),
            setup.page(),
            state.shown(state.pki().resolve("ca.pem")),
            setup.roster().institutions().stream().map(new Published(setup)::of).toList(),
            setup.roster().clients().stream().map(this::client).toList()));
  }

  /** Nobody is to talk to a pilot that has stopped. */
  static void withdraw(StateDirectory state) {
    try {
      Files.deleteIfExists(state.pilotFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void print(Console console) {
    console.plain(
        """

        SOCIALLOOK runs. Ctrl-C stops all of it; the next start finds everything as it was.

          gateway   %s
          registry  %s
          page      %s
          staff     %s/staff (load %s, password sociallook, into the browser)
          adapters  %s to %s
          details   %s

        Now try, in a second terminal:
          ./sociallook walkthrough
          ./sociallook walkthrough all-kinds
          ./sociallook invite --client client-01 --institution jobcenter-nordhausen
          ./sociallook status
        """
            .formatted(
                String.join(", ", gatewayAddresses().stream().map(URI::toString).toList()),
                setup.issuer(),
                setup.page(),
                setup.issuer(),
                setup.state().shown(setup.state().pki().resolve("jobcenter-nordhausen.p12")),
                adapter(setup.roster().institution(Roster.YOUTH_OFFICE).orElseThrow()),
                adapter(Roster.fieldTrial().institutions().getLast()),
                setup.state().shown(setup.state().pilotFile())));
  }

  private URI adapter(Institution one) {
    return setup.adapter(one).orElseThrow();
  }

  private List<URI> gatewayAddresses() {
    return IntStream.rangeClosed(1, gateways)
        .mapToObj(node -> URI.create("https://localhost:" + setup.ports().gateway(node)))
        .toList();
  }

  private PilotFile.Client client(Client client) {
    StateDirectory state = setup.state();
    return new PilotFile.Client(
        client.id(),
        client.name(),
        LinkedClient.in(state, client.id()).pseudonyms(),
        state.shown(state.passkeys().resolve(client.id() + ".json")));
  }
}
