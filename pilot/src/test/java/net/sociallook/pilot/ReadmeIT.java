package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import net.sociallook.pilot.state.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README tells people to type works, in the order in which it stands there. */
@ExtendWith(SharedPilot.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmeIT {
  private static final Pattern BLOCK =
      Pattern.compile("<!-- executed by ReadmeIT -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);

  private final PilotProcess pilot;

  ReadmeIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @Test
  void thereIsSomethingToExecute() throws IOException {
    assertTrue(blocks().size() >= 3, "blocks: " + blocks().size());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void works(String block) throws IOException {
    Path folder = pilot.state().root().getParent();
    writeLauncher(folder);
    Ran ran =
        Ran.of(
            new ProcessBuilder("sh", "-eu", "-c", onThesePorts(block)).directory(folder.toFile()));
    assertEquals(0, ran.code(), ran.out() + ran.err());
  }

  /** In the order of the file. */
  static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(PilotProcess.SOURCES.resolve("README.md")))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private String onThesePorts(String block) {
    Ports usual = new Ports(0);
    Ports own = pilot.ports();
    return block
        .replace("localhost:" + usual.gateway(1), "localhost:" + own.gateway(1))
        .replace("localhost:" + usual.institutions(), "localhost:" + own.institutions())
        .replace("localhost:" + usual.browser(), "localhost:" + own.browser());
  }

  /** The launcher of the repository, working on this pilot. */
  private void writeLauncher(Path folder) throws IOException {
    Path launcher = folder.resolve("sociallook");
    Files.writeString(
        launcher,
        "#!/bin/sh\nSOCIALLOOK_STATE='%s' JAVA_HOME='%s' exec '%s' \"$@\"\n"
            .formatted(
                pilot.state().root(),
                System.getProperty("java.home"),
                PilotProcess.SOURCES.resolve("sociallook")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
