package net.sociallook.pilot.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.Eventually;
import net.sociallook.pilot.PilotProcess;
import net.sociallook.pilot.SharedPilot;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.http.Page;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.setup.Onboarding;
import net.sociallook.pilot.setup.Setup;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Who was linked without a device gets one later: what it signs opens a holder's data at the
 * gateway once this holder has endorsed the device, and not before.
 */
@ExtendWith(SharedPilot.class)
class FirstDeviceIT {
  private final Setup setup;
  private final Desk holder;
  private final Desk recipient;
  private final Desk third;
  private final Page page;
  private boolean known;

  FirstDeviceIT(PilotProcess pilot) {
    this.setup = new Onboarding(Path.of(""), pilot.state()).setup();
    this.holder = Desk.of(pilot, setup, Roster.YOUTH_OFFICE);
    this.recipient = Desk.of(pilot, setup, Roster.JOBCENTER);
    this.third = Desk.of(pilot, setup, another());
    this.page =
        new Page(
            pilot.file().page(),
            Trust.plainClient(),
            SoftwarePasskey.create("localhost", pilot.file().page().toString()));
  }

  @Test
  void whatTheFirstDeviceSignsOpensTheHoldersDataOnceTheHolderHasEndorsedIt() {
    String atHolder = holder.linkInPerson();
    holder.office().tellAdapter(atHolder, setup.roster().fileNumber(file(), holder.institution()));
    String atRecipient = holder.link(atHolder, recipient);
    String atThird = holder.link(atHolder, third);

    recipient.endorse(accepted(recipient.reinvite(atRecipient)));
    page.signIn();
    assertEquals("[\"" + recipient.id() + "\"]", linked());
    assertEquals(422, proposal());

    String atTheThird = accepted(third.reinvite(atThird));
    assertEquals(422, proposal());
    third.endorse(atTheThird);
    assertEquals("full", third.office().state(atTheThird).path("recovery").asString());
    page.signIn();

    Consents consents = new Consents(page);
    JsonNode given = consents.give(recipient.id(), List.of(provision()));
    try {
      assertEquals(400, recipient.token(atRecipient, holder).status());
      String atTheHolder = accepted(holder.reinvite(atHolder));
      assertEquals(400, recipient.token(atRecipient, holder).status());
      assertTrue(
          consents.log(20).stream()
              .anyMatch(line -> line.path("reason").asString("").equals("key-not-endorsed")));

      holder.endorse(atTheHolder);

      String token =
          recipient
              .token(atRecipient, holder)
              .orRefusal("token")
              .json()
              .path("access_token")
              .asString();
      Eventually.within(
          Duration.ofSeconds(30),
          "documents of the holder",
          () -> recipient.documents(holder, token).status() == 200);
      assertFalse(recipient.documents(holder, token).json().path("entry").isEmpty());
    } finally {
      consents.withdraw(given.path("id").asString());
    }
  }

  /** The first with a new passkey, every other one inside the session; the invitation's id. */
  private String accepted(JsonNode invitation) {
    Map<String, Object> acceptance = new LinkedHashMap<>();
    acceptance.put("code", invitation.path("code").asString());
    if (!known) {
      JsonNode started =
          page.post("/api/invitations/acceptance-options", acceptance).orRefusal("options").json();
      acceptance.put("ceremony", started.path("ceremony").asString());
      acceptance.put("credential", page.registration(started.path("creationOptions")));
      known = true;
    }
    page.post("/api/invitations/acceptance", acceptance).orRefusal("acceptance");
    return invitation.path("id").asString();
  }

  private String linked() {
    return page.get("/api/links").orRefusal("links").json().path("institutions").toString();
  }

  /** Status of what the registry says to a grant of the holder's data. */
  private int proposal() {
    Map<String, Object> wish =
        Map.of(
            "recipient", recipient.id(),
            "provisions", List.of(provision()),
            "language", "de",
            "secrecyRelease", List.of(holder.id()));
    return page.post("/api/grant-proposals", wish).status();
  }

  private Map<String, String> provision() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> provision = new LinkedHashMap<>();
    provision.put("permission", "documents-read");
    provision.put("holder", holder.id());
    provision.put("purpose", "COC");
    provision.put("validFrom", now.minusSeconds(60).toString());
    provision.put("validUntil", now.plus(1, ChronoUnit.DAYS).toString());
    provision.put("maxConfidentiality", "R");
    return provision;
  }

  private String another() {
    return setup.roster().institutions().stream()
        .map(one -> one.id())
        .filter(id -> !List.of(Roster.YOUTH_OFFICE, Roster.JOBCENTER).contains(id))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody at the holder whom no other test needs. */
  private Client file() {
    return setup.roster().clients().stream()
        .filter(client -> client.number() > 60)
        .filter(client -> client.institutions().contains(holder.id()))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
