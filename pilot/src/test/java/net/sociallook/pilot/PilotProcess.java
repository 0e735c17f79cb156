package net.sociallook.pilot;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.sociallook.pilot.process.FreePorts;
import net.sociallook.pilot.process.ProcessRecord;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.pilot.state.Ports;
import net.sociallook.pilot.state.StateDirectory;

/** A pilot in a process of its own, with its state in a folder of its own, as a user starts it. */
public final class PilotProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(480);
  private static final Duration STOP = Duration.ofSeconds(40);
  static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();

  private final StateDirectory state;
  private final Ports ports;
  private Process process;

  private PilotProcess(StateDirectory state, Ports ports) {
    this.state = state;
    this.ports = ports;
    this.process = launch();
  }

  /** Starts a pilot on free ports; the caller awaits it. */
  static PilotProcess start(Path folder) {
    return new PilotProcess(new StateDirectory(folder.resolve(".sociallook")), freePorts());
  }

  public StateDirectory state() {
    return state;
  }

  public Ports ports() {
    return ports;
  }

  public PilotFile file() {
    return JsonFile.read(state.pilotFile(), PilotFile.class).orElseThrow();
  }

  /** What the pilot printed so far. */
  String output() {
    return read(outputFile());
  }

  void awaitReady() {
    Eventually.within(
        START,
        "pilot.json of the running pilot",
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("the pilot ended: " + output());
          }
          return output().contains("SOCIALLOOK runs");
        });
  }

  /** Stops it as Ctrl-C does. */
  void stop() {
    process.destroy();
    awaitEnd();
  }

  /** Ends the pilot alone, as a crash would; what it started stays behind. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  void startAgain() {
    process = launch();
  }

  /**
   * The process of one part: {@code registry}, {@code gw-1}, {@code adapter-youth-office} or {@code
   * postgres}.
   */
  public ProcessHandle part(String name) {
    return ProcessRecord.in(state.processes()).stream()
        .filter(record -> record.name().equals(name))
        .flatMap(record -> record.handle().stream())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no process of " + name));
  }

  public boolean runs(String name) {
    return ProcessRecord.in(state.processes()).stream()
        .anyMatch(record -> record.name().equals(name) && record.handle().isPresent());
  }

  /** Runs one command of {@code ./sociallook} against this pilot. */
  public Ran run(String... arguments) {
    List<String> command = new ArrayList<>(javaCommand());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--state", state.root().toString()));
    return Ran.of(new ProcessBuilder(command).directory(state.root().getParent().toFile()));
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
    ProcessRecord.endLeftovers(state.processes());
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the pilot did not stop: " + output());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private Process launch() {
    List<String> command = new ArrayList<>(javaCommand());
    command.addAll(List.of("pilot", "--state", state.root().toString()));
    command.addAll(List.of("--port-base", Integer.toString(ports.base())));
    try {
      Files.createDirectories(state.root());
      return new ProcessBuilder(command)
          .directory(state.root().getParent().toFile())
          .redirectErrorStream(true)
          .redirectInput(Redirect.from(new File("/dev/null")))
          .redirectOutput(outputFile().toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path outputFile() {
    return state.root().resolveSibling("pilot-output.txt");
  }

  /** As the launcher does it. */
  static List<String> javaCommand() {
    String classes = SOURCES.resolve("pilot/target/classes").toString();
    String path = read(SOURCES.resolve("pilot/target/classpath")).strip();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "-Dsociallook.root=" + SOURCES,
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "-cp",
        classes + File.pathSeparator + path,
        "net.sociallook.pilot.Main");
  }

  static Ports freePorts() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10000, 30000))
        .mapToObj(Ports::new)
        .filter(ports ->
            IntStream.range(ports.base(), ports.base() + Ports.RANGE).allMatch(FreePorts::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
