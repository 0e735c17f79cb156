package net.sociallook.pilot.command;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.process.ProcessRecord;
import net.sociallook.pilot.state.StateDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./sociallook status}. */
@Command(
    name = "status",
    description =
        "Shows every process of the pilot: its ports, memory, lease and sequence number. Ends with 0 only if"
            + " all are ready.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  private static final String LINE = "%-22s %8s  %-10s %-6s %9s %7s  %s%n";

  @Mixin private StateOption state = new StateOption();
  @Mixin private JsonOption output = new JsonOption();

  @Override
  public Integer call() {
    List<PartStatus> parts = parts(state.directory());
    output.print(table(parts), Map.of("processes", parts, "megabytes", megabytes(parts)));
    return parts.stream().allMatch(PartStatus::isReady) ? 0 : 1;
  }

  private static List<PartStatus> parts(StateDirectory state) {
    List<ProcessRecord> records = ProcessRecord.in(state.processes());
    if (records.isEmpty()) {
      throw new CommandFailed("No pilot runs here. Start it with ./sociallook pilot");
    }
    HttpClient http = Trust.plainClient();
    return records.stream().map(record -> PartStatus.of(record, http)).toList();
  }

  private static String table(List<PartStatus> parts) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT, LINE, "process", "pid", "state", "lease", "sequence", "MB", "ports"));
    for (PartStatus part : parts) {
      table.append(
          String.format(
              Locale.ROOT,
              LINE,
              part.name(),
              part.pid(),
              part.state(),
              orDash(part.lease()),
              orDash(part.sequence()),
              part.megabytes(),
              String.join(" ", part.ports().stream().map(String::valueOf).toList())));
    }
    table.append(String.format(Locale.ROOT, LINE, "all", "", "", "", "", megabytes(parts), ""));
    return table.toString().stripTrailing();
  }

  private static long megabytes(List<PartStatus> parts) {
    return parts.stream().mapToLong(PartStatus::megabytes).sum();
  }

  private static String orDash(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }
}
