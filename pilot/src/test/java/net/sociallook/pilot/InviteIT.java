package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.http.Page;
import net.sociallook.pilot.http.Trust;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Somebody comes to the page of a pilot with a passkey of her own. */
@ExtendWith(SharedPilot.class)
class InviteIT {
  private static final String JOBCENTER = "jobcenter-nordhausen";

  private final PilotProcess pilot;

  InviteIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @Test
  @Timeout(120)
  void whoAcceptsWithAPasskeyOfHerOwnIsLinked() throws IOException {
    Process invite = invite("--client", "client-31", "--institution", JOBCENTER, "--yes");
    try (BufferedReader says = reader(invite)) {
      URI link = URI.create(after("Open in a browser on this machine:  ", says));
      assertEquals("/arrive", link.getPath());
      Page page = page();
      accept(page, link.getFragment());
      String number = after("The number here:  ", says);
      assertEquals(0, invite.onExit().join().exitValue());
      assertTrue(number.matches("[0-9]{6}"), number);
      page.signIn();
      String own = page.get("/api/own/appointments").orRefusal("Own appointments").text();
      assertTrue(own.contains("answered") && own.contains(JOBCENTER), own);
    } finally {
      invite.destroyForcibly();
    }
  }

  @Test
  void whereSheHasNoFileSheCannotBeInvited() {
    Ran ran = pilot.run("invite", "--client", "client-31", "--institution", "nowhere");
    assertEquals(1, ran.code());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }

  private Process invite(String... options) throws IOException {
    List<String> command = new ArrayList<>(PilotProcess.javaCommand());
    command.add("invite");
    command.addAll(List.of(options));
    command.addAll(List.of("--state", pilot.state().root().toString()));
    return new ProcessBuilder(command)
        .directory(pilot.state().root().getParent().toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
  }

  private static String after(String start, BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
    }
    throw new AssertionError("line: none (expected: " + start + ")");
  }

  private Page page() {
    URI origin = pilot.file().page();
    SoftwarePasskey passkey = SoftwarePasskey.create("localhost", origin.toString());
    return new Page(origin, Trust.plainClient(), passkey);
  }

  private static void accept(Page page, String code) {
    JsonNode started =
        page.post("/api/invitations/acceptance-options", Map.of("code", code))
            .orRefusal("Acceptance")
            .json();
    String ceremony = started.path("ceremony").asString();
    JsonNode credential = page.registration(started.path("creationOptions"));
    page.post(
            "/api/invitations/acceptance",
            Map.of("code", code, "ceremony", ceremony, "credential", credential))
        .orRefusal("Acceptance");
  }
}
