package net.sociallook.registry.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.TestDirectory;
import net.sociallook.registry.fhir.R4;
import net.sociallook.registry.ledger.KnownPeople;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import net.sociallook.registry.ledger.Messages;
import net.sociallook.registry.sequence.StillTime;
import net.sociallook.registry.sequence.lease.GatewayNode;
import net.sociallook.registry.web.Port;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** AuditEvents of all kinds, by a validator that is not ours and by BALP's rules. */
class AuditValidityIT {
  private static RunningRegistry registry;
  private static JsonNode asked;
  private static JsonNode held;

  @BeforeAll
  static void fill() throws Exception {
    registry = RunningRegistry.start(Map.of(), KnownPeople.class, StillTime.class);
    GatewayNode node = new GatewayNode(registry, "gw-1");
    String lease = node.join().path("lease").asString();
    String pseudonym = Messages.pseudonym();
    ObjectNode search = Messages.permit("gw-1", pseudonym).put("caseworker", "jc-001");
    ObjectNode read = Messages.permit("gw-1", pseudonym).put("interaction", "read");
    read.put("resource", "akte-17-3");
    ObjectNode running = Messages.permit("gw-1", pseudonym);
    ObjectNode refused = Messages.permit("gw-1", pseudonym);
    ObjectNode[] intents = {
      search,
      read,
      running,
      refused,
      Messages.denial("gw-1", pseudonym, "no-grant").putNull("grant").putNull("version"),
      Messages.denial("gw-1", pseudonym, "blocked"),
      Messages.unreadableToken("gw-1")
    };
    assertThat(node.post("/intents", Messages.intents(lease, intents)).status()).isEqualTo(201);
    ObjectNode[] outcomes = {
      Messages.outcome(search.get("id").asString()),
      Messages.outcome(read.get("id").asString()),
      Messages.outcome(refused.get("id").asString()).put("result", "failed").put("status", 502)
    };
    assertThat(node.post("/outcomes", Messages.outcomes(outcomes)).status()).isEqualTo(201);
    for (String purpose : List.of("COC", "benefit-fraud", "FRAUD")) {
      registry.bean(Ledger.class).append(refusedToken(pseudonym, purpose));
    }
    asked = audit(TestDirectory.JOBCENTER);
    held = audit(TestDirectory.YOUTH_OFFICE);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void everyEventIsValidR4() {
    assertThat(events(asked)).hasSize(10);
    assertThat(events(held)).isNotEmpty();
    for (JsonNode page : List.of(asked, held)) {
      assertThat(R4.errors(page.toString())).isEmpty();
    }
  }

  @Test
  void everyEventKeepsTheRulesOfItsProfile() {
    List<JsonNode> all = new ArrayList<>(events(asked));
    all.addAll(events(held));
    assertThat(all).allSatisfy(event -> assertThat(AuditRules.brokenBy(event)).isEmpty());
    assertThat(all)
        .extracting(event -> event.at("/meta/profile/0").asString().replaceAll(".*[.]", ""))
        .contains("PatientRead", "PatientQuery", "AuthZconsent");
  }

  @Test
  void emptyPageIsValidR4() {
    assertThat(R4.errors(audit(TestDirectory.PROVIDER).toString())).isEmpty();
  }

  @Test
  void purposeThatHasNoCodeIsToldInWords() {
    JsonNode event =
        events(asked).stream()
            .filter(one -> one.toString().contains("benefit-fraud"))
            .findFirst()
            .orElseThrow();
    assertThat(event.at("/purposeOfEvent/0/text").asString()).isEqualTo("benefit-fraud");
    assertThat(event.at("/purposeOfEvent/0").has("coding")).isFalse();
  }

  @Test
  void changedEventBreaksARule() {
    JsonNode event = events(asked).getFirst();
    for (String member : List.of("recorded", "outcome", "subtype", "action", "agent", "entity")) {
      ObjectNode changed = (ObjectNode) event.deepCopy();
      changed.remove(member);
      assertThat(AuditRules.brokenBy(changed)).as(member).isNotEmpty();
    }
  }

  private static TokenRefused refusedToken(String pseudonym, String purpose) {
    return new TokenRefused(
        TestDirectory.JOBCENTER,
        "jc-001",
        pseudonym,
        TestDirectory.YOUTH_OFFICE,
        purpose,
        List.of("documents-read"),
        "purpose-not-allowed");
  }

  private static List<JsonNode> events(JsonNode page) {
    return page.path("entry").valueStream().map(entry -> entry.get("resource")).toList();
  }

  private static JsonNode audit(String institution) {
    HttpRequest request =
        HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, "/audit"))
            .header("Accept", "application/fhir+json")
            .build();
    try {
      Answer answer =
          Answer.checked(
              Office.of(registry, institution)
                  .http()
                  .send(request, HttpResponse.BodyHandlers.ofString()));
      return JsonMapper.shared().readTree(answer.is(200).response().body());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
