package net.sociallook.pilot.command;

import java.util.Map;
import java.util.stream.Collectors;
import net.sociallook.pilot.state.StateDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code ./sociallook keys}. */
@Command(
    name = "keys",
    description = "Shows the keys that sign consent tokens.",
    subcommands = KeysRotateCommand.class,
    mixinStandardHelpOptions = true)
public final class KeysCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();

  @Override
  public void run() {
    StateDirectory directory = state.directory();
    JsonNode keys = SigningKeys.in(directory).all();
    output.print(
        keys.values().stream().map(KeysCommand::line).collect(Collectors.joining("\n")),
        Map.of("keys", keys));
  }

  private static String line(JsonNode key) {
    String until = key.path("publishedUntil").asString("");
    return "%s  %s%s"
        .formatted(
            key.path("kid").asString(),
            key.path("state").asString(),
            until.isEmpty() ? "" : ", published until " + until);
  }
}
