package net.sociallook.pilot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import net.sociallook.pilot.process.Health;
import net.sociallook.pilot.state.StateDirectory;

/**
 * An adapter that an institution runs itself, outside of the pilot. Its system is the one of the
 * youth office, under another roof.
 */
final class ForeignAdapter implements AutoCloseable {
  private final Process process;
  private final URI health;

  private ForeignAdapter(Process process, URI health) {
    this.process = process;
    this.health = health;
  }

  /** With the certificates that the pilot has drawn for the institution. */
  static ForeignAdapter start(PilotProcess pilot, String institution, int port) {
    StateDirectory state = pilot.state();
    int health = freePort();
    Map<String, Object> own =
        Map.of(
            "institution", institution,
            "port", port,
            "health-port", health,
            "server.certificate", state.pki().resolve("adapter-" + institution + ".pem"),
            "server.key", state.pki().resolve("adapter-" + institution + ".key"),
            "institution.certificate", state.pki().resolve(institution + ".pem"),
            "institution.key", state.pki().resolve(institution + ".key"),
            "data-directory", state.data(institution));
    Path like = state.configuration().resolve("adapter-youth-office-nordhausen.properties");
    Path file = written(like, own, state.configuration().resolve(institution + ".properties"));
    return new ForeignAdapter(
        launched(state, file), URI.create("http://127.0.0.1:" + health + "/health"));
  }

  void awaitReady() {
    Health parts = new Health();
    Eventually.within(Duration.ofSeconds(60), "the foreign adapter", () -> parts.isReady(health));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path written(Path like, Map<String, Object> own, Path file) {
    Properties settings = new Properties();
    try (var in = Files.newBufferedReader(like);
        var out = Files.newBufferedWriter(file)) {
      settings.load(in);
      own.forEach((key, value) -> settings.setProperty(key, value.toString()));
      settings.store(out, null);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launched(StateDirectory state, Path settings) {
    try (Stream<Path> programs = Files.list(state.programs())) {
      Path jar =
          programs
              .filter(one -> one.getFileName().toString().startsWith("adapter-youth-office"))
              .findFirst()
              .orElseThrow();
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      return new ProcessBuilder(java, "-Xmx128m", "-jar", jar.toString(), settings.toString())
          .redirectErrorStream(true)
          .redirectOutput(state.root().resolveSibling("foreign-adapter.txt").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
