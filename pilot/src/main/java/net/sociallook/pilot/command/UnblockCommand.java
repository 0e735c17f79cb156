package net.sociallook.pilot.command;

import java.util.Map;
import net.sociallook.pilot.http.Consents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code ./sociallook unblock}. */
@Command(
    name = "unblock",
    description = "The client lifts a block, and signs that with the passkey.",
    mixinStandardHelpOptions = true)
public final class UnblockCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private ClientOption client = new ClientOption();
  @Mixin private BlockOption block = new BlockOption();

  @Override
  public void run() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    Consents consents = client.signedIn(pilot);
    Map<String, String> wanted = block.form(pilot);
    String id =
        consents.blocks().stream()
            .filter(standing -> isThis(standing.path("block"), wanted))
            .map(standing -> standing.path("id").asString())
            .findFirst()
            .orElseThrow(() -> new CommandFailed("There is no such block (expected: one)"));
    consents.unblock(id);
    output.print("Unblocked.", Map.of("state", "removed", "block", id));
  }

  private static boolean isThis(JsonNode block, Map<String, String> wanted) {
    return wanted.entrySet().stream()
        .allMatch(member -> block.path(member.getKey()).asString("").equals(member.getValue()));
  }
}
