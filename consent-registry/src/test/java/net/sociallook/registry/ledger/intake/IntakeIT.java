package net.sociallook.registry.ledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.KnownPeople;
import net.sociallook.registry.ledger.Messages;
import net.sociallook.registry.sequence.StillTime;
import net.sociallook.registry.sequence.lease.GatewayNode;
import net.sociallook.registry.sequence.lease.GatewayNode.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

class IntakeIT {
  private static RunningRegistry registry;

  private final GatewayNode node = new GatewayNode(registry, "gw-1");
  private final String pseudonym = Messages.pseudonym();
  private String lease;

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of(), KnownPeople.class, StillTime.class);
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
  void intentAndOutcomeAreRecordedInTheClientsChain() throws Exception {
    ObjectNode intent = Messages.permit("gw-1", pseudonym);
    Answer recorded = node.post("/intents", Messages.intents(lease, intent));
    assertThat(recorded.status()).isEqualTo(201);
    assertThat(recorded.json().path("recorded").get(0)).isEqualTo(intent.get("id"));
    Answer outcome =
        node.post("/outcomes", Messages.outcomes(Messages.outcome(intent.get("id").asString())));
    assertThat(outcome.status()).isEqualTo(201);
    assertThat(records(KnownPeople.client(pseudonym))).isEqualTo(2);
  }

  @Test
  void unknownPseudonymIsRecordedWithoutClient() throws Exception {
    ObjectNode intent = Messages.denial("gw-1", "0".repeat(32), "no-grant");
    assertThat(node.post("/intents", Messages.intents(lease, intent)).status()).isEqualTo(201);
    assertThat(
            jdbc()
                .sql(
                    """
                    select r.client is null from ledger_record r join ledger_payload using (sequence)
                    where entry = :id
                    """)
                .param("id", UUID.fromString(intent.get("id").asString()))
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void callerWithUnreadableTokenLeavesARecord() throws Exception {
    String body = Messages.intents(lease, Messages.unreadableToken("gw-1"));
    assertThat(node.post("/intents", body).status()).isEqualTo(201);
  }

  @Test
  void repeatedMessagesAreRecordedOnce() throws Exception {
    ObjectNode intent = Messages.permit("gw-1", pseudonym);
    String outcomes = Messages.outcomes(Messages.outcome(intent.get("id").asString()));
    for (int i = 0; i < 2; i++) {
      assertThat(node.post("/intents", Messages.intents(lease, intent)).status()).isEqualTo(201);
      assertThat(node.post("/outcomes", outcomes).status()).isEqualTo(201);
    }
    assertThat(records(KnownPeople.client(pseudonym))).isEqualTo(2);
  }

  @Test
  void intentThatChangesUnderItsIdIsRefused() throws Exception {
    ObjectNode intent = Messages.permit("gw-1", pseudonym);
    node.post("/intents", Messages.intents(lease, intent));
    Answer refused =
        node.post("/intents", Messages.intents(lease, intent.put("recipient", "provider-x")));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("id-in-use");
  }

  @Test
  void leaseThatIsOverOrForeignCannotRecord() throws Exception {
    String body =
        Messages.intents(UUID.randomUUID().toString(), Messages.permit("gw-1", pseudonym));
    assertThat(node.post("/intents", body).problem()).isEqualTo("lease-ended");
    GatewayNode other = new GatewayNode(registry, "gw-2");
    Answer foreign =
        other.post("/intents", Messages.intents(lease, Messages.permit("gw-2", pseudonym)));
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(foreign.problem()).isEqualTo("foreign-lease");
    Answer wrong =
        node.post("/intents", Messages.intents(lease, Messages.permit("gw-2", pseudonym)));
    assertThat(wrong.problem()).isEqualTo("wrong-node");
    assertThat(records(KnownPeople.client(pseudonym))).isZero();
  }

  @Test
  void outcomeNeedsAnIntentOfItsNode() throws Exception {
    ObjectNode intent = Messages.permit("gw-1", pseudonym);
    node.post("/intents", Messages.intents(lease, intent));
    String outcomes = Messages.outcomes(Messages.outcome(intent.get("id").asString()));
    Answer foreign = new GatewayNode(registry, "gw-2").post("/outcomes", outcomes);
    assertThat(foreign.status()).isEqualTo(409);
    assertThat(foreign.problem()).isEqualTo("unknown-intent");
    String nowhere = Messages.outcomes(Messages.outcome(UUID.randomUUID().toString()));
    assertThat(node.post("/outcomes", nowhere).problem()).isEqualTo("unknown-intent");
  }

  @Test
  void oversizeBatchIsRefused() throws Exception {
    ObjectNode[] intents =
        Stream.generate(() -> Messages.permit("gw-1", pseudonym))
            .limit(1_001)
            .toArray(ObjectNode[]::new);
    Answer refused = node.post("/intents", Messages.intents(lease, intents));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.problem()).isEqualTo("too-many-records");
  }

  @Test
  void largestBatchIsRecorded() throws Exception {
    ObjectNode[] intents =
        Stream.generate(() -> Messages.permit("gw-1", pseudonym))
            .limit(1_000)
            .toArray(ObjectNode[]::new);
    assertThat(node.post("/intents", Messages.intents(lease, intents)).status()).isEqualTo(201);
    assertThat(records(KnownPeople.client(pseudonym))).isEqualTo(1_000);
  }

  static Stream<Consumer<ObjectNode>> brokenIntents() {
    return Stream.of(
        intent -> intent.put("more", 1),
        intent -> intent.remove("id"),
        intent -> intent.put("id", "x"),
        intent -> intent.putNull("node"),
        intent -> intent.put("decision", "maybe"),
        intent -> intent.put("reason", "no-grant"),
        intent -> intent.put("decision", "deny"),
        intent -> intent.put("recipient", "Jobcenter"),
        intent -> intent.put("resource", "a/b"),
        intent -> intent.put("recipientPseudonym", "Weber"),
        intent -> intent.put("purpose", "fraud"),
        intent -> intent.putNull("holder"),
        intent -> intent.put("version", "3"),
        intent -> intent.put("at", "yesterday"));
  }

  @ParameterizedTest
  @MethodSource("brokenIntents")
  void brokenIntentIsRefused(Consumer<ObjectNode> damage) throws Exception {
    ObjectNode intent = Messages.permit("gw-1", pseudonym);
    damage.accept(intent);
    assertThat(node.post("/intents", Messages.intents(lease, intent)).status()).isEqualTo(400);
    assertThat(records(KnownPeople.client(pseudonym))).isZero();
  }

  static Stream<Consumer<ObjectNode>> brokenOutcomes() {
    return Stream.of(
        outcome -> outcome.put("more", 1),
        outcome -> outcome.put("result", "fine"),
        outcome -> outcome.put("status", 99),
        outcome -> outcome.put("releasedCount", -1),
        outcome -> outcome.put("releasedCount", 0),
        outcome -> outcome.remove("bytes"),
        outcome -> outcome.putArray("released").addObject().put("type", "X/Y").put("id", "1"),
        outcome -> outcome.putArray("released").addAll(Collections.nCopies(101, resource())));
  }

  @ParameterizedTest
  @MethodSource("brokenOutcomes")
  void brokenOutcomeIsRefused(Consumer<ObjectNode> damage) throws Exception {
    ObjectNode intent = Messages.permit("gw-1", pseudonym);
    node.post("/intents", Messages.intents(lease, intent));
    ObjectNode outcome = Messages.outcome(intent.get("id").asString());
    damage.accept(outcome);
    assertThat(node.post("/outcomes", Messages.outcomes(outcome)).status()).isEqualTo(400);
    assertThat(records(KnownPeople.client(pseudonym))).isEqualTo(1);
  }

  @Test
  void emptyMessagesAreRefused() throws Exception {
    assertThat(node.post("/intents", Messages.intents(lease)).status()).isEqualTo(400);
    assertThat(node.post("/outcomes", "{\"outcomes\":[null]}").status()).isEqualTo(400);
    assertThat(node.post("/outcomes", "{}").status()).isEqualTo(400);
  }

  private static ObjectNode resource() {
    return (ObjectNode) Messages.outcome("").path("released").get(0);
  }

  private long records(UUID client) {
    return jdbc()
        .sql("select count(*) from ledger_record where client = :client")
        .param("client", client)
        .query(Long.class)
        .single();
  }

  private static JdbcClient jdbc() {
    return registry.bean(JdbcClient.class);
  }
}
