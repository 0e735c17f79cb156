package net.sociallook.pilot.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Map;
import net.sociallook.pilot.linking.OpenInvitation;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.setup.Onboarding;
import net.sociallook.pilot.setup.Setup;
import net.sociallook.pilot.state.PilotFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./sociallook invite}. */
@Command(
    name = "invite",
    description =
        "Invites you to the page with a browser and a passkey of your own: prints the link, waits,"
            + " shows the number to compare, and links you to a client's file at the institution.",
    mixinStandardHelpOptions = true)
public final class InviteCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private ClientOption client = new ClientOption();

  @Option(
      names = "--institution",
      paramLabel = "INSTITUTION",
      required = true,
      description = "The institution that invites.")
  private String institution = "";

  @Option(
      names = "--yes",
      description = "Confirms without asking whether both numbers are the same.")
  private boolean confirmed;

  @Override
  public void run() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    PilotFile.Client person = client.in(pilot);
    Setup setup = new Onboarding(state.sources(), state.directory()).setup();
    Institution at = setup.roster().institution(pilot.institution(institution).id()).orElseThrow();
    String file = file(setup, person, at);
    OpenInvitation invitation = OpenInvitation.by(setup, at);
    System.err.println("Open in a browser on this machine:  " + invitation.link());
    System.err.println("Waiting until you have accepted there; Ctrl-C gives up.");
    compare(accepted(invitation, at));
    String pseudonym = invitation.confirm(file);
    output.print(
        "Linked: %s knows you as %s, with the file of %s."
            .formatted(at.name(), pseudonym, person.id()),
        Map.of("institution", at.id(), "pseudonym", pseudonym, "client", person.id()));
  }

  private static String file(Setup setup, PilotFile.Client person, Institution at) {
    Client known =
        setup.roster().clients().stream()
            .filter(one -> one.id().equals(person.id()))
            .filter(one -> one.institutions().contains(at.id()))
            .findFirst()
            .orElseThrow(() ->
                new CommandFailed(
                    "--institution: %s (expected: one that has a file of %s)"
                        .formatted(at.id(), person.id())));
    return setup.roster().fileNumber(known, at);
  }

  private static String accepted(OpenInvitation invitation, Institution at) {
    try {
      String matchCode = invitation.awaitMatchCode();
      if (matchCode.isEmpty()) {
        throw new CommandFailed("The invitation by " + at.id() + " has expired unused");
      }
      return matchCode;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("Interrupted");
    }
  }

  private void compare(String matchCode) {
    System.err.println("The number here:  " + matchCode);
    if (confirmed) {
      return;
    }
    System.err.print("Does your page show the same? [y/N] ");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    try {
      String answer = in.readLine();
      if (answer == null || !answer.strip().equalsIgnoreCase("y")) {
        throw new CommandFailed("Not confirmed, and nobody is linked");
      }
    } catch (IOException e) {
      throw new CommandFailed("No answer could be read, and nobody is linked");
    }
  }
}
