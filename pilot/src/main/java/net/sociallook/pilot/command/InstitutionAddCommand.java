package net.sociallook.pilot.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Newcomer;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.setup.Onboarding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./sociallook institution add}. */
@Command(
    name = "add",
    description =
        "Takes an institution into the running pilot: draws its certificates and its key for"
            + " endorsements, enters it in the registry's directory and in the gateways' own list.",
    mixinStandardHelpOptions = true)
public final class InstitutionAddCommand implements Runnable {
  private static final Set<String> KINDS =
      Set.of("benefit-authority", "youth-office", "provider", "school");

  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();

  @Option(
      names = "--id",
      paramLabel = "ID",
      required = true,
      description = "Its id: 3 to 64 of a-z, 0-9 and -.")
  private String id = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "As clients read it.")
  private String name = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      required = true,
      description = "benefit-authority, youth-office, provider or school.")
  private String kind = "";

  @Option(
      names = "--adapter",
      paramLabel = "URL",
      description =
          "Where its adapter is, for example https://localhost:7301 (default: it has none, and"
              + " receives only).")
  private @Nullable String adapter;

  @Option(
      names = "--inbox",
      description = "Its staff read on the registry's page: it has no system of its own.")
  private boolean inbox;

  @Option(
      names = "--staff",
      paramLabel = "FILE",
      description =
          "Its caseworkers, in JSON: [{\"id\": \"cw-101\", \"name\": \"Weber, Anna\", \"role\":"
              + " \"social-work\", \"team\": \"beratung\"}] (default: none).")
  private @Nullable Path staff;

  @Override
  public void run() {
    RunningPilot.in(state.directory());
    Onboarding onboarding = new Onboarding(state.sources(), state.directory());
    Newcomer newcomer = newcomer(onboarding.roster());
    Onboarding.Done done = onboarding.add(newcomer);
    output.print(
        """
        %s takes part now.
          the registry has read its directory anew; restarted, to read their own list: %s
          its system's certificate: %s (key: %s)
          %s
          its key for endorsements: %s\
        """
            .formatted(
                name,
                String.join(", ", done.restarted()),
                done.institution().cert(),
                done.institution().key(),
                done.adapterCertificate() == null
                    ? "it has no adapter: it receives, and nothing can be asked of it"
                    : "its adapter's certificate: %s (key beside it)"
                        .formatted(done.adapterCertificate()),
                done.endorsementKey()),
        done);
  }

  private Newcomer newcomer(Roster roster) {
    require(id.matches("[a-z0-9-]{3,64}"), "--id", id, "3 to 64 of a-z, 0-9 and -");
    require(roster.institution(id).isEmpty(), "--id", id, "one that is not taken");
    require(!name.isBlank(), "--name", name, "a name");
    require(KINDS.contains(kind), "--kind", kind, "one of " + String.join(", ", sorted(KINDS)));
    List<Institution.Caseworker> people = staff == null ? List.of() : StaffFile.read(staff, roster);
    return new Newcomer(new Institution(id, name, kind, people, inbox), address());
  }

  private @Nullable URI address() {
    return adapter == null ? null : address(adapter);
  }

  private static URI address(String adapter) {
    try {
      URI uri = URI.create(adapter);
      boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null;
      require(
          "https".equals(uri.getScheme()) && uri.getHost() != null && bare,
          "--adapter",
          adapter,
          "an https URL");
      return uri;
    } catch (IllegalArgumentException e) {
      throw new CommandFailed("--adapter: " + adapter + " (expected: an https URL)");
    }
  }

  private static List<String> sorted(Set<String> words) {
    return words.stream().sorted().toList();
  }

  private static void require(boolean right, String option, String value, String expected) {
    if (!right) {
      throw new CommandFailed(option + ": " + value + " (expected: " + expected + ")");
    }
  }
}
