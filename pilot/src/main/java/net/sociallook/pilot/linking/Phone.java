package net.sociallook.pilot.linking;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sociallook.pilot.http.Page;
import net.sociallook.pilot.http.Refusal;
import net.sociallook.pilot.setup.Setup;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.JsonNode;

/**
 * A client's phone, as far as linking goes: accepts invitations, the first one with a new passkey.
 */
final class Phone {
  private static final String RP_ID = "localhost";

  private final Page page;
  private boolean signedIn;

  private Phone(Page page, boolean signedIn) {
    this.page = page;
    this.signedIn = signedIn;
  }

  /** The passkey is drawn and kept unless it is there. */
  static Phone of(Setup setup, HttpClient http, String client) {
    Path file = setup.state().passkeys().resolve(client + ".json");
    boolean known = Files.exists(file);
    if (!known) {
      SoftwarePasskey.create(RP_ID, setup.page().toString()).save(file);
    }
    Page page = new Page(setup.page(), http, SoftwarePasskey.load(file));
    return new Phone(page, known && isKnown(page));
  }

  void accept(String code) {
    Map<String, Object> acceptance = new LinkedHashMap<>();
    acceptance.put("code", code);
    if (!signedIn) {
      JsonNode started =
          page.post("/api/invitations/acceptance-options", Map.of("code", code))
              .orRefusal("Acceptance of an invitation")
              .json();
      acceptance.put("ceremony", started.path("ceremony").asString());
      acceptance.put("credential", page.registration(started.path("creationOptions")));
    }
    page.post("/api/invitations/acceptance", acceptance).orRefusal("Acceptance of an invitation");
    signedIn = true;
  }

  /** An earlier start may have ended between drawing the passkey and registering it. */
  private static boolean isKnown(Page page) {
    try {
      page.signIn();
      return true;
    } catch (Refusal unknown) {
      return false;
    }
  }
}
