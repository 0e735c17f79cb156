package net.sociallook.pilot.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much resident memory processes take, in MB; 0 where the system does not tell. */
final class Memory {
  private Memory() {}

  /** One process alone. */
  static long of(ProcessHandle process) {
    return kilobytes(process, "status", "VmRSS:") / 1024;
  }

  /** A process and all it started, each page that they share counted once. */
  static long ofAll(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(one -> kilobytes(one, "smaps_rollup", "Pss:"))
            .sum()
        / 1024;
  }

  private static long kilobytes(ProcessHandle process, String file, String line) {
    Path path = Path.of("/proc", Long.toString(process.pid()), file);
    try (Stream<String> lines = Files.lines(path)) {
      return lines
          .filter(one -> one.startsWith(line))
          .mapToLong(one -> Long.parseLong(one.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // ended meanwhile, or no Linux
    }
  }
}
