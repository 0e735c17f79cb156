package net.sociallook.pilot.command;

import java.util.Map;
import net.sociallook.pilot.linking.Linking;
import net.sociallook.pilot.process.Console;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.setup.Onboarding;
import net.sociallook.pilot.setup.Setup;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.PilotFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./sociallook institution link}. */
@Command(
    name = "link",
    description =
        "Links a client to an institution as both would do it: an invitation, its acceptance on the"
            + " phone, the endorsement of the phone's key, the adapter's link.",
    mixinStandardHelpOptions = true)
public final class InstitutionLinkCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private ClientOption client = new ClientOption();

  @Option(
      names = "--institution",
      paramLabel = "INSTITUTION",
      required = true,
      description = "The institution that invites; it has a caseworker, and its adapter runs.")
  private String institution = "";

  @Option(
      names = "--local-id",
      paramLabel = "NUMBER",
      description = "The number of the client's file in its system; not where it has none.")
  private String localId = "";

  @Override
  public void run() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    PilotFile.Client person = client.in(pilot);
    Setup setup = new Onboarding(state.sources(), state.directory()).setup();
    Institution at = setup.roster().institution(pilot.institution(institution).id()).orElseThrow();
    if (at.caseworkers().isEmpty()) {
      throw new CommandFailed(at.id() + ": no caseworker (expected: one, who invites)");
    }
    if (localId.isEmpty() && setup.servedAt(at).isPresent()) {
      throw new CommandFailed("--local-id: missing (expected: the number of the file)");
    }
    String pseudonym = new Linking(setup, new Console(System.err)).link(person.id(), at, localId);
    JsonFile.write(state.directory().pilotFile(), pilot.file().with(person, at.id(), pseudonym));
    output.print(
        "Linked: %s knows %s as %s.".formatted(at.name(), person.id(), pseudonym),
        Map.of("client", person.id(), "institution", at.id(), "pseudonym", pseudonym));
  }
}
