package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.sociallook.pilot.state.PilotFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts are killed as a crash would; the pilot brings them back, and nobody has to help. */
@ExtendWith(SharedPilot.class)
class RecoveryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PATH = "/fhir/youth-office-nordhausen/DocumentReference?_count=1";

  private final PilotProcess pilot;

  RecoveryIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @BeforeEach
  void aGrantIsGivenAndUsed() {
    pilot
        .run(
            "grant",
            "--client",
            "client-06",
            "--recipient",
            "jobcenter-nordhausen",
            "--holder",
            "youth-office-nordhausen",
            "--permission",
            "documents-read")
        .orFail();
    assertEquals(0, call().code());
  }

  @Test
  void withoutPostgresTheGatewayRefusesAndThenRecovers() {
    Caller caller = Caller.of(pilot, "client-06");
    assertEquals(200, caller.status(PATH));
    long before = pilot.part("postgres").pid();
    pilot.part("postgres").destroyForcibly();
    Eventually.within(Duration.ofSeconds(10), "503", () -> caller.status(PATH) == 503);
    Eventually.within(PATIENCE, "an answer again", () -> caller.status(PATH) == 200);
    assertTrue(pilot.part("postgres").pid() != before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry", "gw-1", "adapter-youth-office", "adapter-provider"})
  void aKilledPartComesBack(String name) {
    ProcessHandle process = pilot.part(name);
    process.destroyForcibly();
    process.onExit().join();
    Eventually.within(PATIENCE, name + " runs again", () -> pilot.runs(name));
    Eventually.within(PATIENCE, "an answer through " + name, () -> call().code() == 0);
    Eventually.within(PATIENCE, "all ready", () -> pilot.run("status").code() == 0);
  }

  @Test
  void aStopIsCleanAndAStartFindsEverythingAsItWas() {
    PilotFile before = pilot.file();
    ProcessHandle registry = pilot.part("registry");
    ProcessHandle postgres = pilot.part("postgres");
    pilot.stop();
    assertFalse(registry.isAlive());
    assertFalse(postgres.isAlive());
    assertEquals(1, call().code(), "nobody answers while it is stopped");
    pilot.startAgain();
    pilot.awaitReady();
    assertEquals(before, pilot.file());
    assertEquals(0, call().orFail().code(), "the grant of before is there");
  }

  @Test
  void whatAKilledPilotLeavesBehindIsEndedByTheNext() {
    ProcessHandle registry = pilot.part("registry");
    pilot.kill();
    assertTrue(registry.isAlive(), "it is left over");
    pilot.startAgain();
    pilot.awaitReady();
    assertFalse(registry.isAlive());
    assertTrue(pilot.output().contains("Ended registry, left over"), pilot.output());
    assertEquals(0, call().orFail().code());
  }

  private Ran call() {
    return pilot.run(
        "call",
        "--as",
        "jobcenter-nordhausen",
        "--requester",
        "cw-001",
        "--client",
        "client-06",
        "GET",
        PATH);
  }
}
