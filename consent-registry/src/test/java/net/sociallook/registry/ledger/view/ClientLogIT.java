package net.sociallook.registry.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import net.sociallook.registry.ledger.Messages;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.sequence.StillTime;
import net.sociallook.registry.sequence.lease.GatewayNode;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The log as the client herself reads it, with real links and a real session. */
class ClientLogIT {
  private static RunningRegistry registry;

  private final GatewayNode node = new GatewayNode(registry, "gw-1");
  private final Phone phone = new Phone(registry);
  private String pseudonym;
  private String lease;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of(), StillTime.class);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @BeforeEach
  void linkAndJoin() throws Exception {
    pseudonym = phone.linkTo(Office.of(registry, "jobcenter-nordhausen"));
    lease = node.join().path("lease").asString();
  }

  @Test
  void clientSeesPersonAndEverythingThatCameOfIt() throws Exception {
    ObjectNode intent = record(Messages.permit("gw-1", pseudonym).put("caseworker", "jc-001"));
    String id = intent.get("id").asString();
    node.post("/outcomes", Messages.outcomes(Messages.outcome(id)));
    JsonNode entry = newest();
    assertThat(entry.path("id").asString()).isEqualTo(id);
    assertThat(entry.path("person").path("name").asString()).isEqualTo("Weber, Anna");
    assertThat(entry.path("person").path("role").asString()).isEqualTo("Fallmanagerin");
    assertThat(entry.path("recipient").path("name").asString()).isEqualTo("Jobcenter Nordhausen");
    assertThat(entry.path("holder").path("name").asString()).isEqualTo("Jugendamt Nordhausen");
    assertThat(entry.path("decision").asString()).isEqualTo("permit");
    assertThat(entry.path("releasedCount").asInt()).isEqualTo(1);
    assertThat(entry.path("withheldCount").asInt()).isEqualTo(2);
    assertThat(entry.path("status").asString()).isEqualTo("completed");
  }

  @Test
  void clientSeesWhyItWasDenied() throws Exception {
    record(Messages.denial("gw-1", pseudonym, "expired"));
    JsonNode entry = newest();
    assertThat(entry.path("decision").asString()).isEqualTo("deny");
    assertThat(entry.path("reason").asString()).isEqualTo("expired");
    assertThat(entry.path("status").asString()).isEqualTo("denied");
    AuditEvent event = (AuditEvent) audit().getEntryFirstRep().getResource();
    assertThat(event.getOutcomeDesc()).isEqualTo("Abgelehnt: Ihre Erlaubnis ist abgelaufen.");
    assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("AuthZ-Consent");
  }

  @Test
  void refusedTokenRequestIsShownWithWhatWasAsked() {
    registry
        .bean(Ledger.class)
        .append(
            new TokenRefused(
                "jobcenter-nordhausen",
                "jc-002",
                pseudonym,
                "<b>nobody</b>",
                "sanction",
                List.of("documents-read"),
                "purpose-not-covered"));
    JsonNode entry = newest();
    assertThat(entry.path("kind").asString()).isEqualTo("token-refused");
    assertThat(entry.path("purpose").asString()).isEqualTo("sanction");
    assertThat(entry.path("person").path("name").asString()).isEqualTo("Kaya, Deniz");
    assertThat(entry.path("reason").asString()).isEqualTo("purpose-not-covered");
    assertThat(audit().getEntry()).hasSize(1);
  }

  @Test
  void looksAreCountedByInstitutionAndOnlyTheNewOnes() throws Exception {
    Looks looks = registry.bean(Looks.class);
    UUID client =
        registry
            .bean(Pseudonyms.class)
            .clientOf(new InstitutionId("jobcenter-nordhausen"), pseudonym)
            .orElseThrow();
    record(Messages.permit("gw-1", pseudonym));
    long before = looks.latest(client);
    ObjectNode intent = record(Messages.permit("gw-1", pseudonym));
    node.post("/outcomes", Messages.outcomes(Messages.outcome(intent.get("id").asString())));
    record(Messages.denial("gw-1", pseudonym, "no-grant"));
    assertThat(looks.since(client, before))
        .containsExactly(new Looks.Looked(new InstitutionId("jobcenter-nordhausen"), 1, 1));
    assertThat(looks.since(client, 0))
        .containsExactly(new Looks.Looked(new InstitutionId("jobcenter-nordhausen"), 2, 1));
    assertThat(looks.since(client, looks.latest(client))).isEmpty();
    assertThat(looks.latest(UUID.randomUUID())).isZero();
  }

  @Test
  void anotherClientSeesNothingOfIt() throws Exception {
    record(Messages.denial("gw-1", pseudonym, "no-grant"));
    Phone other = Phone.linkedAt(registry, "jobcenter-nordhausen");
    assertThat(other.get("/api/log").is(200).json().path("entries")).isEmpty();
  }

  @Test
  void pagesGoFromNewToOld() throws Exception {
    String first = record(Messages.denial("gw-1", pseudonym, "no-grant")).get("id").asString();
    String second = record(Messages.denial("gw-1", pseudonym, "no-grant")).get("id").asString();
    JsonNode page = phone.get("/api/log?count=1").is(200).json();
    assertThat(page.path("entries").get(0).path("id").asString()).isEqualTo(second);
    String next = "/api/log?count=1&before=" + page.path("next").asLong();
    assertThat(phone.get(next).json().path("entries").get(0).path("id").asString())
        .isEqualTo(first);
  }

  @Test
  void withoutSessionThereIsNoLog() {
    new Phone(registry).get("/api/log").isProblem(401, "no-session");
  }

  private JsonNode newest() {
    return phone.get("/api/log").is(200).json().path("entries").get(0);
  }

  private Bundle audit() {
    Answer answer =
        phone.send(phone.request("/api/log").header("Accept", "application/fhir+json")).is(200);
    return FhirContext.forR4Cached()
        .newJsonParser()
        .setParserErrorHandler(new StrictErrorHandler())
        .parseResource(Bundle.class, answer.response().body());
  }

  private ObjectNode record(ObjectNode intent) throws Exception {
    assertThat(node.post("/intents", Messages.intents(lease, intent)).status()).isEqualTo(201);
    return intent;
  }
}
