package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.pilot.state.PilotFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An institution comes to a pilot that runs, with an adapter of its own. */
@ExtendWith(SharedPilot.class)
class OnboardingIT {
  private static final String NEWCOMER = "verein-morgen";
  private static final String JOBCENTER = "jobcenter-nordhausen";
  private static final String YOUTH_OFFICE = "youth-office-nordhausen";

  private final PilotProcess pilot;
  @TempDir private Path folder;

  OnboardingIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @Test
  void aNewcomerHoldsAndReceivesData() throws IOException {
    int port = ForeignAdapter.freePort();
    pilot.run(add(NEWCOMER, "provider", port, staff())).orFail();
    assertTrue(pilot.file().institutions().stream().anyMatch(one -> one.id().equals(NEWCOMER)));
    try (ForeignAdapter adapter = ForeignAdapter.start(pilot, NEWCOMER, port)) {
      adapter.awaitReady();
      link();
      assertEquals(1, call(JOBCENTER, "cw-001", NEWCOMER).code(), "nothing is granted yet");
      grant(JOBCENTER, NEWCOMER);
      assertTrue(call(JOBCENTER, "cw-001", NEWCOMER).orFail().json().at("/body/entry").size() > 0);
      grant(NEWCOMER, YOUTH_OFFICE);
      call(NEWCOMER, "cw-901", YOUTH_OFFICE).orFail();
    }
    Stream.of(JOBCENTER, NEWCOMER)
        .forEach(
            one -> pilot.run("withdraw", "--client", "client-30", "--recipient", one).orFail());
  }

  @Test
  void whatIsTakenOrUnknownIsRefusedWithOneLine() throws IOException {
    Path taken = Files.writeString(folder.resolve("staff.json"), staffOf("cw-001", "beratung"));
    Path foreign = Files.writeString(folder.resolve("team.json"), staffOf("cw-902", "u25"));
    refused("--id: " + JOBCENTER, add(JOBCENTER, "provider", 1, staff()));
    refused("--kind: police", add("other-one", "police", 1, staff()));
    refused("--staff: id: cw-001", add("other-one", "provider", 1, taken));
    refused("--staff: team: u25", add("other-one", "provider", 1, foreign));
    assertTrue(
        pilot.file().institutions().stream()
            .map(PilotFile.Institution::id)
            .noneMatch("other-one"::equals));
  }

  private void refused(String start, String... command) {
    Ran ran = pilot.run(command);
    assertEquals(1, ran.code());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertTrue(ran.err().startsWith("sociallook: " + start + " (expected: "), ran.err());
  }

  private static String[] add(String id, String kind, int port, Path staff) {
    List<String> command = new ArrayList<>(List.of("institution", "add"));
    command.addAll(List.of("--id", id, "--name", "Verein Morgen e.V.", "--kind", kind));
    command.addAll(List.of("--adapter", "https://localhost:" + port, "--staff", staff.toString()));
    return command.toArray(String[]::new);
  }

  private Path staff() throws IOException {
    return Files.writeString(folder.resolve("own.json"), staffOf("cw-901", "morgenteam"));
  }

  private static String staffOf(String id, String team) {
    return "[{\"id\": \"%s\", \"name\": \"Neu, Ida\", \"role\": \"coaching\", \"team\": \"%s\"}]"
        .formatted(id, team);
  }

  private void link() {
    pilot
        .run(
            "institution",
            "link",
            "--client",
            "client-30",
            "--institution",
            NEWCOMER,
            "--local-id",
            "20180030")
        .orFail();
  }

  private void grant(String recipient, String holder) {
    List<String> command = new ArrayList<>(List.of("grant", "--client", "client-30"));
    command.addAll(List.of("--recipient", recipient, "--holder", holder));
    command.addAll(List.of("--permission", "documents-read"));
    pilot.run(command.toArray(String[]::new)).orFail();
  }

  private Ran call(String recipient, String requester, String holder) {
    List<String> command = new ArrayList<>(List.of("call", "--json", "--as", recipient));
    command.addAll(List.of("--requester", requester, "--client", "client-30"));
    command.addAll(List.of("GET", "/fhir/" + holder + "/DocumentReference"));
    return pilot.run(command.toArray(String[]::new));
  }
}
