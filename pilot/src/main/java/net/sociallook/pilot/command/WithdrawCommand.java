package net.sociallook.pilot.command;

import net.sociallook.pilot.http.Consents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./sociallook withdraw}. */
@Command(
    name = "withdraw",
    description = "The client takes a grant back; nothing passes any more when this returns.",
    mixinStandardHelpOptions = true)
public final class WithdrawCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private ClientOption client = new ClientOption();
  @Mixin private RecipientOption recipient = new RecipientOption();

  @Override
  public void run() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    Consents consents = client.signedIn(pilot);
    Consents.TakenBack withdrawn = consents.withdraw(recipient.grant(pilot, consents));
    output.print(
        "Withdrawn, in force everywhere after %d ms. %s may do nothing any more."
            .formatted(withdrawn.effectiveAfterMillis(), recipient.in(pilot).name()),
        withdrawn);
  }
}
