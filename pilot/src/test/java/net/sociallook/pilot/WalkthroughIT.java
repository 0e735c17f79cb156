package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedPilot.class)
class WalkthroughIT {
  private final PilotProcess pilot;

  WalkthroughIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @Test
  void passesAndCanBeRunAgain() {
    String told = pilot.run("walkthrough").orFail().out();
    assertTrue(told.contains("Everything was as it should be"), told);
    JsonNode again = pilot.run("walkthrough", "--json").orFail().json();
    assertTrue(again.path("right").asBoolean(), again.toString());
    assertTrue(again.path("steps").size() >= 14, again.toString());
  }

  @Test
  void leavesAGrantOfBeforeAsItWas() {
    pilot
        .run(
            "grant",
            "--client",
            "client-05",
            "--recipient",
            "jobcenter-nordhausen",
            "--holder",
            "youth-office-nordhausen",
            "--permission",
            "documents-read",
            "--person",
            "cw-002")
        .orFail();
    assertTrue(call("cw-002").code() == 0, call("cw-002").toString());
    pilot.run("walkthrough", "--client", "client-05").orFail();
    assertEquals(0, call("cw-002").code(), "the one who was named may still read");
    assertEquals(1, call("cw-001").code(), "nobody else may");
    pilot.run("withdraw", "--client", "client-05", "--recipient", "jobcenter-nordhausen").orFail();
  }

  @Test
  void failsWithOneLineForAnUnknownClient() {
    Ran ran = pilot.run("walkthrough", "--client", "Nobody");
    assertEquals(1, ran.code());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().startsWith("sociallook: client: Nobody (expected: "), ran.err());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    Ran ran = pilot.run("walkthrough", "nonsense");
    assertEquals(1, ran.code());
    assertEquals(
        "sociallook: walkthrough: nonsense (expected: one-door or all-kinds)", ran.err().strip());
  }

  private Ran call(String requester) {
    return pilot.run(
        "call",
        "--as",
        "jobcenter-nordhausen",
        "--requester",
        requester,
        "--client",
        "client-05",
        "GET",
        "/fhir/youth-office-nordhausen/DocumentReference?patient={patient}");
  }
}
