package net.sociallook.pilot.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./sociallook token}. */
@Command(
    name = "token",
    description = "Fetches a consent token as an institution's system would, and prints it.",
    mixinStandardHelpOptions = true)
public final class TokenCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private RequesterOption requester = new RequesterOption();

  @Option(
      names = "--holder",
      paramLabel = "INSTITUTION",
      required = true,
      description = "The institution whose data are wanted.")
  private String holder = "";

  @Option(
      names = "--permission",
      paramLabel = "P",
      description = "Ask for this permission only, for example documents-read; can be repeated.")
  private List<String> permissions = List.of();

  @Override
  public void run() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    String token = requester.at(pilot).token(pilot.institution(holder).id(), permissions);
    output.print(token, Map.of("access_token", token));
  }
}
