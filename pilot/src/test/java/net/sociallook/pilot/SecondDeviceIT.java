package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.http.Page;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a device signs that was added later, the gateway follows to the key that was endorsed. */
@ExtendWith(SharedPilot.class)
class SecondDeviceIT {
  private static final String CLIENT = "client-12";
  private static final String JOBCENTER = "jobcenter-nordhausen";
  private static final String YOUTH_OFFICE = "youth-office-nordhausen";

  private final PilotProcess pilot;

  SecondDeviceIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @Test
  void newDeviceReadsAndAllowsAsTheOldOneDoes() {
    PilotFile.Client client =
        pilot.file().clients().stream()
            .filter(one -> one.id().equals(CLIENT))
            .findFirst()
            .orElseThrow();
    SoftwarePasskey passkey = SoftwarePasskey.load(pilot.state().resolve(client.passkey()));
    Page first = new Page(pilot.file().page(), Trust.plainClient(), passkey).signIn();
    Page second =
        new Page(
            pilot.file().page(),
            Trust.plainClient(),
            SoftwarePasskey.create("localhost", pilot.file().page().toString()));

    join(first, second);
    second.signIn();

    assertEquals("answered", documents(second).path("state").asString());
    Consents consents = new Consents(second);
    JsonNode given = consents.give(JOBCENTER, List.of(provision()));
    try {
      Answer answer =
          Caller.of(pilot, CLIENT).get("/fhir/" + YOUTH_OFFICE + "/DocumentReference?_count=5");
      assertEquals(200, answer.status());
      assertTrue(answer.json().path("entry").size() > 0, "documents");
    } finally {
      consents.withdraw(given.path("id").asString());
    }
  }

  private static void join(Page first, Page second) {
    first.submit("/devices/offers");
    String[] offered = first.cookie("device-offer").orElseThrow().split("[.]");
    Map<String, String> code = Map.of("code", offered[1]);
    JsonNode options =
        second.post("/api/devices/joining-options", code).orRefusal("options").json();
    Map<String, Object> joining = new LinkedHashMap<>(code);
    joining.put("ceremony", options.path("ceremony").asString());
    joining.put("credential", second.registration(options.path("creationOptions")));
    second.post("/api/devices/joining", joining).orRefusal("joining");
    String toSign =
        first
            .get("/devices/offers/" + offered[0])
            .text()
            .replaceAll("(?s).*data-options=\"([^\"]*)\".*", "$1")
            .replace("&quot;", "\"");
    JsonNode assertion = first.assertion(JsonMapper.shared().readTree(toSign));
    assertEquals(
        204,
        first
            .post("/api/devices/confirmation", Map.of("id", offered[0], "assertion", assertion))
            .status());
  }

  private static JsonNode documents(Page page) {
    JsonNode holders = page.get("/api/own/documents").orRefusal("own").json().path("holders");
    return StreamSupport.stream(holders.spliterator(), false)
        .filter(one -> one.path("institution").asString().equals(YOUTH_OFFICE))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> provision() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> provision = new LinkedHashMap<>();
    provision.put("permission", "documents-read");
    provision.put("holder", YOUTH_OFFICE);
    provision.put("purpose", "COC");
    provision.put("validFrom", now.minusSeconds(60).toString());
    provision.put("validUntil", now.plus(1, ChronoUnit.DAYS).toString());
    return provision;
  }
}
