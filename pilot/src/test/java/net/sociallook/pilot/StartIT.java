package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sociallook.pilot.state.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a start refuses, and what it says then. */
@ExtendWith(SharedPilot.class)
class StartIT {
  @TempDir private Path folder;

  @Test
  void aTakenPortIsNamedWithTheWayOut() throws IOException {
    Ports ports = PilotProcess.freePorts();
    try (ServerSocket other =
        new ServerSocket(ports.gateway(1), 1, InetAddress.getLoopbackAddress())) {
      Ran ran = pilot("--port-base", Integer.toString(ports.base()));
      assertEquals(1, ran.code());
      assertTrue(
          ran.err()
              .startsWith(
                  "sociallook: Port " + other.getLocalPort() + " (gw-1) is taken by another"),
          ran.err());
      assertTrue(ran.err().contains("--port-base"), ran.err());
      assertTrue(Files.notExists(folder.resolve(".sociallook/pilot.json")));
      assertTrue(Files.notExists(folder.resolve(".sociallook/ports.json")), "others can be chosen");
    }
  }

  @Test
  void aSecondPilotOnTheSameStateIsRefused(PilotProcess running) {
    Ran ran = running.run("pilot");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("A pilot runs already"), ran.err());
  }

  @Test
  void otherPortsThanTheStateWasMadeWithAreRefused() {
    Ports ports = PilotProcess.freePorts();
    pilot(
        "--port-base",
        Integer.toString(ports.base()),
        "--database",
        "jdbc:postgresql://127.0.0.1:1/x?user=u");
    Ran ran = pilot("--port-base", Integer.toString(ports.base() + 1));
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("--reset"), ran.err());
  }

  @Test
  void anUnknownOptionIsMisuse() {
    Ran ran = pilot("--nonsense");
    assertEquals(2, ran.code());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  @Test
  void commandsSayThatNoPilotRuns() {
    Ran ran = run("withdraw", "--client", "client-01", "--recipient", "jobcenter-nordhausen");
    assertEquals(1, ran.code());
    assertTrue(ran.err().contains("./sociallook pilot"), ran.err());
  }

  private Ran pilot(String... options) {
    List<String> all = new ArrayList<>(List.of("pilot"));
    all.addAll(List.of(options));
    return run(all.toArray(String[]::new));
  }

  private Ran run(String... arguments) {
    List<String> command = new ArrayList<>(PilotProcess.javaCommand());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--state", folder.resolve(".sociallook").toString()));
    return Ran.of(new ProcessBuilder(command).directory(folder.toFile()));
  }
}
