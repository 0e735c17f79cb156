package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.http.Consents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A withdrawal has taken effect when the client reads that it has. */
@ExtendWith(SharedPilot.class)
class WithdrawalIT {
  private static final String JOBCENTER = "jobcenter-nordhausen";
  private static final String YOUTH_OFFICE = "youth-office-nordhausen";
  private static final String SEARCH = "/fhir/" + YOUTH_OFFICE + "/DocumentReference?_count=1";
  private static final int ROUNDS = 20;

  private final PilotProcess pilot;

  WithdrawalIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  @BeforeEach
  void nothingIsGranted() {
    Consents consents = Caller.as(pilot, JOBCENTER, "client-11").client();
    consents
        .liveGrantTo(JOBCENTER)
        .ifPresent(grant -> consents.withdraw(grant.path("id").asString()));
  }

  @Test
  void noRequestThatStartsAfterItIsAnswered() {
    Consents consents = Caller.as(pilot, JOBCENTER, "client-11").client();
    int answered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String grant = give(consents).path("id").asString();
      Caller caller = Caller.of(pilot, "client-11");
      try (Hammer hammer = Hammer.of(() -> caller.status(SEARCH), 3)) {
        hammer.awaitAnswers(200, 5);
        consents.withdraw(grant);
        long received = System.nanoTime();
        hammer.awaitStartedAfter(received, 6);
        List<Hammer.Blow> history = hammer.stop();
        assertEquals(List.of(), Hammer.answeredAfter(received, history), "round " + round);
        answered += Hammer.count(200, history);
      }
    }
    assertTrue(answered >= ROUNDS * 5, "answered before: " + answered);
  }

  @Test
  void narrowingTakesEffectAtOnceToo() {
    Consents consents = Caller.as(pilot, JOBCENTER, "client-11").client();
    for (int round = 0; round < 5; round++) {
      String grant = give(consents).path("id").asString();
      Caller caller = Caller.of(pilot, "client-11");
      assertEquals(200, caller.status(SEARCH));
      consents.narrow(grant, Map.of("holder", YOUTH_OFFICE, "document", "akte-11-1"));
      assertEquals(401, caller.status(SEARCH));
      consents.withdraw(grant);
    }
  }

  @Test
  void aBlockBeatsTheGrantAndUnblockingNeedsASignature() {
    Consents consents = Caller.as(pilot, JOBCENTER, "client-11").client();
    give(consents);
    Caller caller = Caller.of(pilot, "client-11");
    assertEquals(200, caller.status(SEARCH));
    consents.block(Map.of("kind", "institution", "institution", JOBCENTER));
    assertEquals(401, caller.status(SEARCH));
    assertEquals(400, caller.askForToken(caller.pseudonym(), YOUTH_OFFICE).status());
    consents.unblock(consents.blocks().getFirst().path("id").asString());
    caller.renewToken();
    assertEquals(200, caller.status(SEARCH));
  }

  @Test
  void aSlowReaderOfALargeDocumentIsCut() throws Exception {
    LargeDocument large = LargeDocument.find(pilot);
    Caller caller = Caller.of(pilot, large.client());
    try (SlowReader reader = SlowReader.open(pilot, caller.token(), large.path())) {
      long before = reader.read(20_000);
      Consents consents = caller.client();
      consents.withdraw(consents.liveGrantTo(JOBCENTER).orElseThrow().path("id").asString());
      long after = reader.readToTheEnd(Duration.ofSeconds(20));
      assertTrue(before >= 20_000);
      assertFalse(reader.isComplete(), "the answer must not look complete");
      assertTrue(
          before + after < large.size() / 2,
          "read " + before + " + " + after + " of " + large.size() + " bytes");
    }
  }

  private static JsonNode give(Consents consents) {
    return consents.give(JOBCENTER, List.of(documentsRead()));
  }

  static Map<String, String> documentsRead() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return Map.of(
        "permission",
        "documents-read",
        "holder",
        YOUTH_OFFICE,
        "purpose",
        "COC",
        "validFrom",
        now.toString(),
        "validUntil",
        now.plus(30, ChronoUnit.DAYS).toString(),
        "maxConfidentiality",
        "N");
  }
}
