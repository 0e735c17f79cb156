package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A client of the pilot reads what is her own, and sees before what a grant will show. */
@ExtendWith(SharedPilot.class)
class OwnAccessIT {
  private static final String CLIENT = "client-12";
  private static final String JOBCENTER = "jobcenter-nordhausen";
  private static final String YOUTH_OFFICE = "youth-office-nordhausen";

  private final PilotProcess pilot;
  private final Page page;

  OwnAccessIT(PilotProcess pilot) {
    this.pilot = pilot;
    PilotFile.Client client =
        pilot.file().clients().stream()
            .filter(one -> one.id().equals(CLIENT))
            .findFirst()
            .orElseThrow();
    SoftwarePasskey passkey = SoftwarePasskey.load(pilot.state().resolve(client.passkey()));
    page = new Page(pilot.file().page(), Trust.plainClient(), passkey).signIn();
  }

  @BeforeEach
  void nothingIsGranted() {
    Consents consents = Caller.as(pilot, JOBCENTER, CLIENT).client();
    consents
        .liveGrantTo(JOBCENTER)
        .ifPresent(grant -> consents.withdraw(grant.path("id").asString()));
  }

  @Test
  void sheReadsHerDocumentsWithoutAnyGrantAndTheirFilesToo() {
    JsonNode youthOffice = holder("documents");

    assertEquals("answered", youthOffice.path("state").asString());
    assertTrue(youthOffice.path("items").size() > 0, "documents");
    String file =
        youthOffice
            .path("items")
            .get(0)
            .at("/resource/content/0/attachment/url")
            .asString()
            .replace("Binary/", "");
    Answer content = page.get("/api/own/documents/" + YOUTH_OFFICE + "/files/" + file);
    assertEquals(200, content.status());
    assertTrue(content.body().length > 0, "a file");
  }

  @Test
  void herLooksStandInHerLogAndNotInTheHolders() {
    holder("goals");

    JsonNode newest = page.get("/api/log").orRefusal("log").json().at("/entries/0");
    assertEquals("client-page", newest.at("/recipient/id").asString());
    assertEquals("Sie selbst", newest.at("/recipient/name").asString());
    assertEquals("PATRQT", newest.path("purpose").asString());
    Caller office = Caller.as(pilot, YOUTH_OFFICE, CLIENT);
    assertFalse(office.audit().contains("client-page"), "the holder's log");
  }

  @Test
  void signedOutThereIsNothing() {
    assertEquals(204, page.delete("/api/session").status());

    assertEquals(401, page.get("/api/own/goals").status());
  }

  /** What the page shows before the signature is what the recipient is given after it. */
  @ParameterizedTest
  @CsvSource({
    "documents-read, DocumentReference, N",
    "documents-read, DocumentReference, R",
    "appointments-arrange, Appointment, N",
    "goals-view, Goal, N",
    "goals-view, CarePlan, N",
    "messages, Communication, N"
  })
  void previewMatchesEnforcement(String permission, String type, String ceiling) {
    Map<String, String> provision = provision(permission, ceiling);

    List<String> previewed = previewed(provision, type);

    Consents consents = Caller.as(pilot, JOBCENTER, CLIENT).client();
    consents.give(JOBCENTER, List.of(provision));
    assertEquals(enforced(type), previewed);
  }

  @Test
  void previewKnowsTheBlocks() {
    Map<String, String> provision = provision("documents-read", "N");
    List<String> before = previewed(provision, "DocumentReference");
    Consents consents = Caller.as(pilot, JOBCENTER, CLIENT).client();
    consents.block(
        Map.of("kind", "document", "holder", YOUTH_OFFICE, "document", before.getFirst()));
    try {
      List<String> after = previewed(provision, "DocumentReference");

      assertNotEquals(before, after);
      consents.give(JOBCENTER, List.of(provision));
      assertEquals(enforced("DocumentReference"), after);
    } finally {
      consents.unblock(consents.blocks().getFirst().path("id").asString());
    }
  }

  private JsonNode holder(String kind) {
    JsonNode holders = page.get("/api/own/" + kind).orRefusal("own " + kind).json().path("holders");
    return StreamSupport.stream(holders.spliterator(), false)
        .filter(one -> one.path("institution").asString().equals(YOUTH_OFFICE))
        .findFirst()
        .orElseThrow();
  }

  private List<String> previewed(Map<String, String> provision, String type) {
    JsonNode kinds =
        page.post("/api/previews", Map.of("recipient", JOBCENTER, "provisions", List.of(provision)))
            .orRefusal("preview")
            .json()
            .at("/previews/0/kinds");
    for (JsonNode kind : kinds) {
      if (kind.path("type").asString().equals(type)) {
        assertEquals("answered", kind.path("state").asString());
        List<String> seen = new ArrayList<>();
        kind.path("items").forEach(item -> seen.add(item.path("id").asString()));
        assertEquals(seen.size(), kind.path("count").asInt());
        return seen;
      }
    }
    throw new AssertionError("preview: without " + type);
  }

  private List<String> enforced(String type) {
    Answer answer =
        Caller.of(pilot, CLIENT).get("/fhir/" + YOUTH_OFFICE + "/" + type + "?_count=100");
    assertEquals(200, answer.status());
    List<String> seen = new ArrayList<>();
    answer
        .json()
        .path("entry")
        .forEach(entry -> seen.add(entry.path("resource").path("id").asString()));
    return seen;
  }

  private static Map<String, String> provision(String permission, String ceiling) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> provision = new LinkedHashMap<>();
    provision.put("permission", permission);
    provision.put("holder", YOUTH_OFFICE);
    provision.put("purpose", "COC");
    provision.put("validFrom", now.minusSeconds(60).toString());
    provision.put("validUntil", now.plus(30, ChronoUnit.DAYS).toString());
    provision.put("maxConfidentiality", ceiling);
    return provision;
  }
}
