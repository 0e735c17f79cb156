package net.sociallook.pilot.command;

import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.state.PilotFile;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Whom a grant is for. */
public final class RecipientOption {
  @Option(
      names = "--recipient",
      paramLabel = "INSTITUTION",
      required = true,
      description = "The institution that may do something, for example jobcenter-nordhausen.")
  private String recipient = "";

  PilotFile.Institution in(RunningPilot pilot) {
    return pilot.institution(recipient);
  }

  /**
   * The id of the live grant to this recipient.
   *
   * @throws CommandFailed if there is none
   */
  String grant(RunningPilot pilot, Consents consents) {
    return consents
        .liveGrantTo(in(pilot).id())
        .map(grant -> grant.path("id"))
        .map(JsonNode::asString)
        .orElseThrow(
            () -> new CommandFailed("There is no grant to " + in(pilot).id() + " (expected: one)"));
  }
}
