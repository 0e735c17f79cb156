package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.sociallook.pilot.state.PilotFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logs of processes name no person and hold nothing that opens a door, whatever happens. */
@ExtendWith(SharedPilot.class)
class LogsIT {
  private final PilotProcess pilot;

  LogsIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @Test
  void noPersonAndNoTokenIsInAnyLog() throws IOException {
    String canary = "kanarienvogel-4711";
    pilot.run("walkthrough", "--client", "client-20").orFail();
    grant();
    Caller caller = Caller.of(pilot, "client-20");
    String token = caller.token();
    String documents = "/fhir/youth-office-nordhausen/DocumentReference";
    assertEquals(200, caller.status(documents));
    assertEquals(400, caller.status(documents + "?_has:Observation:patient:code=" + canary));
    assertEquals(400, caller.status(documents + "?patient=" + caller.pseudonym() + "x"));
    assertEquals(404, caller.status(documents + "/" + canary));
    assertEquals(401, caller.get(documents, token + canary).status());
    assertEquals(401, caller.get(documents, canary).status());
    pilot.run("withdraw", "--client", "client-20", "--recipient", "jobcenter-nordhausen").orFail();
    assertEquals(401, caller.status(documents));

    Map<String, String> secrets = secrets();
    secrets.put("the canary", canary);
    secrets.put("a token", token.substring(0, 60));
    secrets.put("the end of a token", token.substring(token.length() - 40));
    assertEquals(List.of(), found(secrets));
  }

  @Test
  void theSearchFindsWhatIsThere() throws IOException {
    Path file = pilot.state().logs().resolve("planted.log");
    Files.writeString(file, "x " + pilot.file().clients().getFirst().name() + " y");
    try {
      assertEquals(1, found(secrets()).size());
    } finally {
      Files.delete(file);
    }
  }

  private void grant() {
    pilot
        .run(
            "grant",
            "--client",
            "client-20",
            "--recipient",
            "jobcenter-nordhausen",
            "--holder",
            "youth-office-nordhausen",
            "--permission",
            "documents-read")
        .orFail();
  }

  private Map<String, String> secrets() {
    Map<String, String> secrets = new TreeMap<>();
    for (PilotFile.Client client : pilot.file().clients()) {
      String[] name = client.name().split(", ", 2);
      secrets.put("name of " + client.id(), client.name());
      secrets.put("spoken name of " + client.id(), name[1] + " " + name[0]);
      client
          .pseudonyms()
          .forEach((at, pseudonym) -> secrets.put(client.id() + " at " + at, pseudonym));
    }
    return secrets;
  }

  private List<String> found(Map<String, String> secrets) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(pilot.state().logs())) {
      List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      assertTrue(logs.size() >= 4, "logs: " + logs);
      for (Path log : logs) {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        secrets.forEach((what, secret) -> {
          byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
          if (text.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
            found.add(what + " in " + log.getFileName());
          }
        });
      }
    }
    return found;
  }
}
