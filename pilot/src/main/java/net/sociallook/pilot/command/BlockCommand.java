package net.sociallook.pilot.command;

import net.sociallook.pilot.http.Consents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./sociallook block}. */
@Command(
    name = "block",
    description =
        "The client says a standing no, which beats every grant: to everything, or to what is named.",
    mixinStandardHelpOptions = true)
public final class BlockCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private ClientOption client = new ClientOption();
  @Mixin private BlockOption block = new BlockOption();

  @Override
  public void run() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    Consents.TakenBack blocked = client.signedIn(pilot).block(block.form(pilot));
    output.print(
        "Blocked, in force everywhere after %d ms.".formatted(blocked.effectiveAfterMillis()),
        blocked);
  }
}
