package net.sociallook.pilot.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.pilot.process.StartFailed;
import net.sociallook.pilot.state.StateDirectory;

/** A service's runnable jar, as the build made it. */
record AppJar(Path module) {
  private static final int NATIVE_ACCESS_WARNS = 24;

  /** Of Spring Boot's loader, which is in every such jar. */
  private static final String ANY_MAIN =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  /**
   * The command that runs a copy of the jar, so that a build does not pull it from under the
   * running service.
   *
   * @param heap in MB
   */
  List<String> command(StateDirectory state, int heap, List<String> arguments) {
    return java(heap, List.of("-jar", copied(state).toString()), arguments);
  }

  /** The command that runs another main class of the jar, in the same way. */
  List<String> command(String mainClass, StateDirectory state, int heap, List<String> arguments) {
    List<String> program =
        List.of("-Dloader.main=" + mainClass, "-cp", copied(state).toString(), ANY_MAIN);
    return java(heap, program, arguments);
  }

  private static List<String> java(int heap, List<String> program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags(heap));
    command.addAll(program);
    command.addAll(arguments);
    return List.copyOf(command);
  }

  /** Quick to start and small: a pilot serves one person, on a machine with other work. */
  private static List<String> flags(int heap) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8"));
    if (Runtime.version().feature() >= NATIVE_ACCESS_WARNS) {
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    return flags;
  }

  private Path copied(StateDirectory state) {
    Path jar = jar();
    try {
      Path copy = Files.createDirectories(state.programs()).resolve(jar.getFileName());
      // Size and time do not tell builds apart: builds are reproducible, their times fixed.
      boolean current = Files.exists(copy) && Files.mismatch(jar, copy) < 0;
      if (!current) {
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path jar() {
    Path target = module.resolve("target");
    try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-app.jar"))
          .findFirst()
          .orElseThrow(() ->
              new StartFailed(
                  "The jar of "
                      + module.getFileName()
                      + " is not built. ./sociallook pilot builds it, and so does mvn package."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
