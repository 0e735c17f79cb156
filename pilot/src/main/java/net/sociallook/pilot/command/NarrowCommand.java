package net.sociallook.pilot.command;

import java.util.LinkedHashMap;
import java.util.Map;
import net.sociallook.pilot.http.Consents;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./sociallook narrow}. */
@Command(
    name = "narrow",
    description = "The client allows an institution less than before; in force when this returns.",
    mixinStandardHelpOptions = true)
public final class NarrowCommand implements Runnable {
  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private ClientOption client = new ClientOption();
  @Mixin private RecipientOption recipient = new RecipientOption();

  @Option(
      names = "--holder",
      paramLabel = "INSTITUTION",
      description = "Only what is about this institution's data; needed with --document.")
  private @Nullable String holder;

  @Option(names = "--drop", paramLabel = "P", description = "Take this permission away.")
  private @Nullable String drop;

  @Option(names = "--until", paramLabel = "DATE", description = "An earlier last day.")
  private @Nullable String until;

  @Option(names = "--document", paramLabel = "ID", description = "Only this document.")
  private @Nullable String document;

  @Override
  public void run() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    Consents consents = client.signedIn(pilot);
    Map<String, String> form = form(pilot);
    Consents.TakenBack narrowed = consents.narrow(recipient.grant(pilot, consents), form);
    String left =
        consents
            .liveGrantTo(recipient.in(pilot).id())
            .map(grant -> Provisions.inWords(pilot, grant.path("provisions")))
            .orElse("nothing");
    output.print(
        "Narrowed, in force everywhere after %d ms. %s may still do this: %s"
            .formatted(narrowed.effectiveAfterMillis(), recipient.in(pilot).name(), left),
        narrowed);
  }

  private Map<String, String> form(RunningPilot pilot) {
    Map<String, String> form = new LinkedHashMap<>();
    if (holder != null) {
      form.put("holder", pilot.institution(holder).id());
    }
    if (drop != null) {
      form.put("drop", drop);
    }
    if (until != null) {
      form.put("until", UntilDate.endOf(until).toString());
    }
    if (document != null) {
      form.put("document", document);
    }
    return form;
  }
}
