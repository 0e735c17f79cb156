package net.sociallook.pilot.command;

import net.sociallook.pilot.state.PilotFile;
import picocli.CommandLine.Option;

/** Who asks, and about whom. */
public final class RequesterOption {
  @Option(
      names = "--as",
      paramLabel = "INSTITUTION",
      required = true,
      description = "The institution that asks, for example jobcenter-nordhausen.")
  private String institution = "";

  @Option(
      names = "--requester",
      paramLabel = "CASEWORKER",
      required = true,
      description = "Id or name of its caseworker, for example cw-001.")
  private String caseworker = "";

  @Option(
      names = "--client",
      paramLabel = "CLIENT",
      required = true,
      description = "Id or name of the client, for example client-01.")
  private String client = "";

  Requester at(RunningPilot pilot) {
    PilotFile.Institution asking = pilot.institution(institution);
    return new Requester(pilot, asking, pilot.caseworker(asking, caseworker), pilot.client(client));
  }
}
