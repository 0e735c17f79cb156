package net.sociallook.pilot.command;

import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.http.Page;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.testbed.SoftwarePasskey;
import picocli.CommandLine.Option;

/** The client who acts. */
public final class ClientOption {
  @Option(
      names = "--client",
      paramLabel = "CLIENT",
      required = true,
      description = "Id or name of the client, for example client-01.")
  private String client = "";

  PilotFile.Client in(RunningPilot pilot) {
    return pilot.client(client);
  }

  /** The client, signed in with her software passkey. */
  Consents signedIn(RunningPilot pilot) {
    return signedIn(pilot, in(pilot));
  }

  static Consents signedIn(RunningPilot pilot, PilotFile.Client client) {
    SoftwarePasskey passkey = SoftwarePasskey.load(pilot.state().resolve(client.passkey()));
    return new Consents(new Page(pilot.file().page(), Trust.plainClient(), passkey).signIn());
  }
}
