package net.sociallook.pilot.command;

import java.net.URI;
import java.util.Map;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.Ports;
import net.sociallook.pilot.state.StateDirectory;
import tools.jackson.databind.JsonNode;

/** The keys that sign consent tokens, at the registry's management port. */
record SigningKeys(Endpoint management) {

  static SigningKeys in(StateDirectory state) {
    RunningPilot.in(state);
    Ports ports = JsonFile.read(state.portsFile(), Ports.class).orElse(new Ports(0));
    URI base = URI.create("http://127.0.0.1:" + ports.registryManagement());
    return new SigningKeys(new Endpoint(base, Trust.plainClient()));
  }

  /** All that are published: {@code kid}, {@code state}, {@code publishedUntil}. */
  JsonNode all() {
    return management.get("/keys").orRefusal("Keys").json().path("keys");
  }

  /**
   * The next one signs from now on: {@code kid}, {@code next}, {@code retired}, {@code
   * retiredUntil}.
   */
  JsonNode rotate() {
    String current =
        all().values().stream()
            .filter(key -> key.path("state").asString("").equals("current"))
            .map(key -> key.path("kid").asString())
            .findFirst()
            .orElseThrow(() -> new CommandFailed("No key signs now (expected: one)"));
    Answer answer = management.post("/keys/rotations", Map.of("replacing", current));
    return answer.orRefusal("Rotation").json();
  }
}
