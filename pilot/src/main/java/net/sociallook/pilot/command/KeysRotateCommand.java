package net.sociallook.pilot.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code ./sociallook keys rotate}. */
@Command(
    name = "rotate",
    description =
        "Lets the registry's next key sign tokens from now on. Tokens of before stay good; nobody is"
            + " refused.",
    mixinStandardHelpOptions = true)
public final class KeysRotateCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();

  @Override
  public void run() {
    JsonNode rotated = SigningKeys.in(state.directory()).rotate();
    output.print(
        "Key %s signs now, %s is next. Key %s stays published until %s."
            .formatted(
                rotated.path("kid").asString(),
                rotated.path("next").asString(),
                rotated.path("retired").asString(),
                rotated.path("retiredUntil").asString()),
        rotated);
  }
}
