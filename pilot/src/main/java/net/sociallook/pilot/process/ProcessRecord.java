package net.sociallook.pilot.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.sociallook.pilot.state.JsonFile;

/**
 * What is noted of a running process, so that a later pilot finds it and {@code status} can tell of
 * it.
 *
 * @param started tells this process from another one that was given the same id later
 */
public record ProcessRecord(String name, long pid, Instant started, Listening listening) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  public static ProcessRecord of(String name, ProcessHandle process, Listening listening) {
    return new ProcessRecord(name, process.pid(), startOf(process), listening);
  }

  public static List<ProcessRecord> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(file -> JsonFile.read(file, ProcessRecord.class).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(Path folder) {
    JsonFile.write(folder.resolve(name + ".json"), this);
  }

  public static void delete(String name, Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process itself, if it still runs. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> isCloseTo(startOf(process)));
  }

  /**
   * Ends every process that an earlier pilot left behind; PostgreSQL last, when nobody uses it any
   * more.
   */
  public static List<ProcessRecord> endLeftovers(Path folder) {
    List<ProcessRecord> leftovers =
        in(folder).stream()
            .filter(record -> record.handle().isPresent())
            .sorted(Comparator.comparing(record -> record.name().equals(PostgresPart.NAME)))
            .toList();
    leftovers.stream().flatMap(record -> record.handle().stream()).forEach(ProcessRecord::end);
    in(folder).forEach(record -> delete(record.name(), folder));
    return leftovers;
  }

  static void end(ProcessHandle process) {
    process.destroy();
    if (!ended(process)) {
      process.destroyForcibly();
      ended(process);
    }
  }

  private static boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  /** The system computes the start from its clock, which may have been set since. */
  private boolean isCloseTo(Instant other) {
    return Duration.between(started, other).abs().compareTo(TOLERANCE) <= 0;
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
