package net.sociallook.registry.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.KnownPeople;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import net.sociallook.registry.ledger.Messages;
import net.sociallook.registry.sequence.ManualTicker;
import net.sociallook.registry.sequence.StillTime;
import net.sociallook.registry.sequence.lease.GatewayNode;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.OpenApiContract;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class InstitutionLogIT {
  private static final OpenApiContract CONTRACT = OpenApiContract.of("consent-registry.yaml");
  private static final String FHIR = "application/fhir+json";
  private static final String JSON = "application/json";
  private static RunningRegistry registry;
  private static HttpClient jobcenter;
  private static HttpClient youthOffice;

  private final GatewayNode node = new GatewayNode(registry, "gw-1");
  private final String pseudonym = Messages.pseudonym();
  private String lease;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of(), KnownPeople.class, StillTime.class);
    jobcenter = RunningRegistry.as("institution:jobcenter-nordhausen");
    youthOffice = RunningRegistry.as("institution:youth-office-nordhausen");
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @BeforeEach
  void join() throws Exception {
    lease = node.join().path("lease").asString();
  }

  @Test
  void recipientSeesItsRequestWithoutWhatWasWithheld() throws Exception {
    String id = completed();
    JsonNode entry = newest(jobcenter);
    assertThat(entry.path("id").asString()).isEqualTo(id);
    assertThat(entry.path("as").asString()).isEqualTo("recipient");
    assertThat(entry.path("patient").asString()).isEqualTo(pseudonym);
    assertThat(entry.path("recipient").path("name").asString()).isEqualTo("Jobcenter Nordhausen");
    assertThat(entry.path("person").path("name").asString()).isEqualTo("Weber, Anna");
    assertThat(entry.path("status").asString()).isEqualTo("completed");
    assertThat(entry.path("releasedCount").asInt()).isEqualTo(1);
    assertThat(entry.toString()).doesNotContain("withheld").doesNotContain("reason");
  }

  @Test
  void holderDoesNotSeeThatTheClientLookedAtHerOwn() throws Exception {
    String before = completed();
    ObjectNode own =
        Messages.permit("gw-1", pseudonym)
            .put("recipient", "client-page")
            .put("purpose", "PATRQT")
            .putNull("recipientPseudonym")
            .putNull("caseworker")
            .putNull("grant")
            .putNull("version");

    assertThat(node.post("/intents", Messages.intents(lease, own)).status()).isEqualTo(201);

    assertThat(newest(youthOffice).path("id").asString()).isEqualTo(before);
    assertThat(get(youthOffice, "/audit", FHIR).body()).doesNotContain("client-page");
  }

  @Test
  void recipientDoesNotLearnWhyItWasDenied() throws Exception {
    deny();
    JsonNode entry = newest(jobcenter);
    assertThat(entry.path("decision").asString()).isEqualTo("deny");
    assertThat(entry.path("status").asString()).isEqualTo("denied");
    assertThat(entry.toString()).doesNotContain("blocked");
    assertThat(get(jobcenter, "/audit", FHIR).body()).doesNotContain("gesperrt");
  }

  @Test
  void holderSeesAccessUnderItsOwnPseudonymAndNoDenial() throws Exception {
    String id = completed();
    deny();
    JsonNode entry = newest(youthOffice);
    assertThat(entry.path("id").asString()).isEqualTo(id);
    assertThat(entry.path("as").asString()).isEqualTo("holder");
    assertThat(entry.path("patient").asString()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(entry.toString()).doesNotContain(pseudonym);
    assertThat(get(youthOffice, "/audit", FHIR).body()).doesNotContain(pseudonym);
  }

  @Test
  void refusedTokenRequestIsListedWithoutReason() throws Exception {
    registry
        .bean(Ledger.class)
        .append(
            new TokenRefused(
                "jobcenter-nordhausen",
                "jc-001",
                pseudonym,
                "youth-office-nordhausen",
                "benefit-fraud",
                List.of("documents-read"),
                "purpose-not-allowed"));
    JsonNode entry = newest(jobcenter);
    assertThat(entry.path("kind").asString()).isEqualTo("token-refused");
    assertThat(entry.path("purpose").asString()).isEqualTo("benefit-fraud");
    assertThat(entry.toString()).doesNotContain("purpose-not-allowed");
  }

  @Test
  void requestWithoutOutcomeRunsUntilItsNodesLeaseIsOver() throws Exception {
    ObjectNode intent = intent(Messages.permit("gw-1", pseudonym));
    assertThat(newest(jobcenter).path("status").asString()).isEqualTo("running");
    registry.bean(ManualTicker.class).advance(Duration.ofSeconds(10));
    JsonNode entry = newest(jobcenter);
    Instant deadline = Instant.now().plusSeconds(20);
    while (entry.path("status").asString().equals("running") && Instant.now().isBefore(deadline)) {
      entry = newest(jobcenter);
    }
    assertThat(entry.path("id")).isEqualTo(intent.get("id"));
    assertThat(entry.path("status").asString()).isEqualTo("unknown");
  }

  @Test
  void pagesFollowEachOtherWithoutGap() throws Exception {
    List<String> recorded = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      recorded.addFirst(completed());
    }
    List<String> read = new ArrayList<>();
    String before = "";
    while (read.size() < 5) {
      JsonNode page =
          JsonMapper.shared().readTree(get(jobcenter, "/audit?count=2" + before, JSON).body());
      page.path("entries").forEach(entry -> read.add(entry.path("id").asString()));
      before = "&before=" + page.path("next").asLong();
    }
    assertThat(read.subList(0, 5)).isEqualTo(recorded);
  }

  @Test
  void auditEventsAreFhir() throws Exception {
    completed();
    ObjectNode read = Messages.permit("gw-1", pseudonym);
    intent(read.put("interaction", "read").put("resource", "akte-17-3"));
    deny();
    intent(Messages.unreadableToken("gw-1"));
    HttpResponse<String> answer = get(jobcenter, "/audit?count=4", FHIR);
    Bundle bundle = parser().parseResource(Bundle.class, answer.body());
    assertThat(bundle.hasTotal()).isFalse();
    assertThat(bundle.getLink("next")).isNotNull();
    List<AuditEvent> events =
        bundle.getEntry().stream().map(entry -> (AuditEvent) entry.getResource()).toList();
    assertThat(events)
        .extracting(
            event -> event.getMeta().getProfile().getFirst().getValue().replaceAll(".*[.]", ""))
        .containsExactly("AuthZconsent", "AuthZconsent", "PatientRead", "PatientQuery");
    assertThat(events)
        .extracting(event -> event.getOutcome().toCode())
        .containsExactly("8", "8", "4", "0");
    assertThat(events.get(1).getEntity())
        .extracting(entity -> entity.getWhat().getReference())
        .contains("Patient/" + pseudonym);
    assertThat(events).allSatisfy(InstitutionLogIT::hasAuthorOfItsSource);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?count=0", "?count=201", "?before=0", "?before=x", "?count=many"})
  void pageThatCannotBeIsRefused(String query) throws Exception {
    assertThat(get(jobcenter, "/audit" + query, JSON).statusCode()).isEqualTo(400);
  }

  @Test
  void otherMediaTypeIsNotAcceptable() throws Exception {
    assertThat(get(jobcenter, "/audit", "text/csv").statusCode()).isEqualTo(406);
  }

  private static void hasAuthorOfItsSource(AuditEvent event) {
    String observer = event.getSource().getObserver().getReference();
    assertThat(event.getAgent())
        .extracting(agent -> agent.getWho().getReference())
        .contains(observer);
    assertThat(event.getAgent()).filteredOn(agent -> agent.getRequestor()).hasSizeLessThan(2);
  }

  private static IParser parser() {
    return FhirContext.forR4Cached()
        .newJsonParser()
        .setParserErrorHandler(new StrictErrorHandler());
  }

  private String completed() throws Exception {
    ObjectNode intent = intent(Messages.permit("gw-1", pseudonym).put("caseworker", "jc-001"));
    String id = intent.get("id").asString();
    assertThat(node.post("/outcomes", Messages.outcomes(Messages.outcome(id))).status())
        .isEqualTo(201);
    return id;
  }

  private void deny() throws Exception {
    intent(Messages.denial("gw-1", pseudonym, "blocked"));
  }

  private ObjectNode intent(ObjectNode intent) throws Exception {
    assertThat(node.post("/intents", Messages.intents(lease, intent)).status()).isEqualTo(201);
    return intent;
  }

  private static JsonNode newest(HttpClient caller) throws Exception {
    HttpResponse<String> answer = get(caller, "/audit", JSON);
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body()).path("entries").get(0);
  }

  private static HttpResponse<String> get(HttpClient caller, String path, String accept)
      throws Exception {
    HttpResponse<String> answer =
        caller.send(
            HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, path))
                .header("accept", accept)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    CONTRACT.check(
        "GET",
        path.replaceFirst("[?].*", ""),
        answer.statusCode(),
        answer.headers().firstValue("content-type").orElse(""),
        answer.body());
    return answer;
  }
}
