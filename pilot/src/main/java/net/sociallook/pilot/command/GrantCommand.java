package net.sociallook.pilot.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.state.PilotFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./sociallook grant}. */
@Command(
    name = "grant",
    description = "The client allows an institution something, and signs that with the passkey.",
    mixinStandardHelpOptions = true)
public final class GrantCommand implements Runnable {
  private static final int HALF_A_YEAR = 182;

  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();
  @Mixin private ClientOption client = new ClientOption();
  @Mixin private RecipientOption recipient = new RecipientOption();

  @Option(
      names = "--holder",
      paramLabel = "INSTITUTION",
      required = true,
      description = "The institution whose data it is about, for example youth-office-nordhausen.")
  private String holder = "";

  @Option(
      names = "--permission",
      paramLabel = "P",
      required = true,
      description = "What is allowed, for example documents-read; can be repeated.")
  private List<String> permissions = List.of();

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description =
          "The last day, for example 2027-03-31 (default: half a year; at most 12 months).")
  private @Nullable String until;

  @Option(names = "--document", paramLabel = "ID", description = "Only this document.")
  private @Nullable String document;

  @Option(
      names = "--person",
      paramLabel = "CASEWORKER",
      description = "Only this caseworker of the recipient, by id or name.")
  private @Nullable String person;

  @Override
  public void run() {
    RunningPilot pilot = RunningPilot.in(state.directory());
    PilotFile.Institution to = recipient.in(pilot);
    Consents consents = client.signedIn(pilot);
    List<JsonNode> present =
        consents
            .liveGrantTo(to.id())
            .map(grant -> List.copyOf(grant.path("provisions").values()))
            .orElse(List.of());
    List<Map<String, String>> wanted =
        permissions.stream().map(permission -> provision(pilot, to, permission)).toList();
    JsonNode grant =
        consents.give(
            to.id(), wanted.stream().map(one -> Provisions.extending(one, present)).toList());
    output.print(
        "Granted: %s may do this now: %s"
            .formatted(to.name(), Provisions.inWords(pilot, grant.path("provisions"))),
        grant);
  }

  private Map<String, String> provision(
      RunningPilot pilot, PilotFile.Institution to, String permission) {
    LocalDate lastDay =
        until == null
            ? LocalDate.now(UntilDate.ZONE).plusDays(HALF_A_YEAR)
            : UntilDate.parse(until);
    Map<String, String> provision =
        Provisions.form(permission, pilot.institution(holder).id(), lastDay);
    if (document != null) {
      provision.put("document", document);
    }
    if (person != null) {
      provision.put("caseworker", pilot.caseworker(to, person).id());
    }
    return provision;
  }
}
