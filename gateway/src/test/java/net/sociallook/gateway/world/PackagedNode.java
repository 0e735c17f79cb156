package net.sociallook.gateway.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A node as operators run it: the packaged jar in a process of its own. */
public final class PackagedNode implements Node {
  private static final Path TARGET = Path.of("target");
  private static final Pattern BEFORE_COLLECTION = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");
  private static final Pattern HIGH_WATER = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  private final Process process;
  private final Path collections;
  private final int port;
  private final int managementPort;

  private PackagedNode(Process process, Path collections, int port, int managementPort) {
    this.process = process;
    this.collections = collections;
    this.port = port;
    this.managementPort = managementPort;
  }

  /**
   * Starts the jar that {@code mvn package} has made.
   *
   * @param options of the JVM
   * @param arguments of the gateway, without its ports
   */
  static PackagedNode start(List<String> options, List<String> arguments) {
    try {
      Path directory = Files.createTempDirectory("node");
      Path collections = directory.resolve("gc.log");
      int port = freePort();
      int managementPort = freePort();
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(options);
      command.add("-Xlog:gc:file=" + collections);
      command.add("-jar");
      command.add(jar().toString());
      command.addAll(arguments);
      command.add("--server.port=" + port);
      command.add("--management.server.port=" + managementPort);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("node.log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new PackagedNode(process, collections, port, managementPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-app.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("jar: none (expected: mvn package)"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public int managementPort() {
    return managementPort;
  }

  /** The most heap in use before any garbage collection so far, in MiB; empty if there was none. */
  public OptionalLong peakHeapMebibytes() {
    Matcher used = BEFORE_COLLECTION.matcher(read(collections));
    return used.results().mapToLong(result -> Long.parseLong(result.group(1))).max();
  }

  /** The most memory the process had so far, in MiB; empty where the system does not tell. */
  public OptionalLong peakResidentMebibytes() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    Matcher highWater = HIGH_WATER.matcher(read(status));
    return highWater.results().mapToLong(result -> Long.parseLong(result.group(1)) / 1024).max();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
