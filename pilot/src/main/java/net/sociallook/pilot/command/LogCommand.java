package net.sociallook.pilot.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./sociallook log}. */
@Command(
    name = "log",
    description = "Shows the client who asked for which of her data, and what came of it.",
    mixinStandardHelpOptions = true)
public final class LogCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private ClientOption client = new ClientOption();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many, the newest (default: ${DEFAULT-VALUE}; at most 200).")
  private int count;

  @Override
  public void run() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    List<JsonNode> entries = client.signedIn(pilot).log(count);
    output.print(LogTable.of(entries), Map.of("entries", entries));
  }
}
