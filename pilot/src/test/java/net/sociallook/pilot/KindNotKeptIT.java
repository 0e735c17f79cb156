package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Roster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The debt counselling keeps no goals, of nobody; nobody is told that it failed. */
@ExtendWith(SharedPilot.class)
class KindNotKeptIT {
  private static final String HOLDER = "debt-counselling-nordhausen";

  private final String recipient;
  private final Caller caller;
  private final Consents consents;

  KindNotKeptIT(PilotProcess pilot) {
    Client client = someone();
    this.recipient =
        client.institutions().stream().filter(one -> !one.equals(HOLDER)).findFirst().orElseThrow();
    this.caller = Caller.as(pilot, recipient, client.id());
    this.consents = caller.client();
  }

  @Test
  void whatIsNotKeptIsToldToAllAlikeAndStandsInHerLog() {
    assertEquals("not-kept", ownState("goals"));
    assertEquals("answered", ownState("documents"));
    String grant =
        consents
            .give(recipient, List.of(provision("goals-view"), provision("documents-read")))
            .path("id")
            .asString();
    try {
      String token =
          caller
              .askForToken(caller.pseudonym(), HOLDER)
              .orRefusal("token")
              .json()
              .path("access_token")
              .asString();
      for (String path : List.of("Goal", "Goal/z-1", "CarePlan")) {
        assertNotKept(caller.get("/fhir/" + HOLDER + "/" + path, token));
      }
      JsonNode newest = consents.page().get("/api/log").orRefusal("log").json().at("/entries/0");
      assertEquals("CarePlan", newest.path("type").asString());
      assertEquals("permit", newest.path("decision").asString());
      assertEquals(200, caller.get("/fhir/" + HOLDER + "/DocumentReference", token).status());
    } finally {
      consents.withdraw(grant);
    }
  }

  private static void assertNotKept(Answer answer) {
    assertEquals(404, answer.status());
    assertEquals("kind-not-kept", answer.json().at("/issue/0/details/coding/0/code").asString());
  }

  private String ownState(String kind) {
    return consents
        .page()
        .get("/api/own/" + kind)
        .orRefusal("own " + kind)
        .json()
        .path("holders")
        .valueStream()
        .filter(one -> one.path("institution").asString().equals(HOLDER))
        .findFirst()
        .orElseThrow()
        .path("state")
        .asString();
  }

  private static Client someone() {
    return Roster.fieldTrial().clients().stream()
        .filter(one -> one.number() > 35 && one.institutions().contains(HOLDER))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static Map<String, String> provision(String permission) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return Map.of(
        "permission",
        permission,
        "holder",
        HOLDER,
        "purpose",
        "COC",
        "validFrom",
        now.minusSeconds(60).toString(),
        "validUntil",
        now.plus(1, ChronoUnit.DAYS).toString(),
        "maxConfidentiality",
        "N");
  }
}
