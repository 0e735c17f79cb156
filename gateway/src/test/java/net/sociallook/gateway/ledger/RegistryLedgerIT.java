package net.sociallook.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.sociallook.gateway.lease.RegistryConnection;
import net.sociallook.gateway.lease.SimulatedRegistry;
import net.sociallook.gateway.lease.SimulatedRegistry.Reply;
import net.sociallook.gateway.tls.TestTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class RegistryLedgerIT {
  private static final UUID LEASE = UUID.randomUUID();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path directory;
  private static TestTls tls;

  private final AtomicReference<Optional<UUID>> lease = new AtomicReference<>(Optional.of(LEASE));
  private SimulatedRegistry registry;
  private RegistryConnection connection;
  private Ledger ledger;

  @BeforeAll
  static void issueCertificates() {
    tls = new TestTls(directory);
  }

  @BeforeEach
  void startRegistry() {
    registry = new SimulatedRegistry(tls.server("registry"));
    connection = new RegistryConnection(registry.base(), tls.node().contextTowards("registry"));
    ledger = new RegistryLedger(connection, lease::get);
  }

  @AfterEach
  void stop() {
    connection.close();
    registry.close();
  }

  @Test
  void anIntentIsRecordedUnderTheLeaseInTheFormOfTheProtocol() {
    Intent intent = intent();
    registry.on("/intents", body -> recorded(intent.id()));

    ledger.recordIntent(intent).block(PATIENCE);

    String sent = registry.received("/intents").getFirst().body();
    JsonMapper json = JsonMapper.builder().build();
    assertThat(json.readTree(sent))
        .isEqualTo(
            json.readTree(
                """
                {"lease":"%s","intents":[{"id":"%s","node":"gw-1","at":"2026-11-21T20:00:00Z",
                 "requestId":"%s","recipient":"jobcenter-nordhausen","caseworker":"cw-001",
                 "recipientPseudonym":null,"holder":null,"holderPseudonym":null,"grant":null,
                 "version":3,"token":null,"type":null,"interaction":null,"resource":null,
                 "purpose":"COC","decision":"permit","reason":null,
                 "permissions":["documents-read"]}]}
                """
                    .formatted(LEASE, intent.id(), intent.requestId())));
  }

  @Test
  void anIntentThatIsNotDurableIsAnErrorAndNotSentAgain() {
    registry.on("/intents", body -> new Reply(503, ""));

    assertNotRecorded(ledger.recordIntent(intent()));

    assertThat(registry.received("/intents")).hasSize(1);
  }

  @Test
  void anIntentThatTheRegistryDoesNotNameIsAnError() {
    registry.on("/intents", body -> recorded(UUID.randomUUID()));

    assertNotRecorded(ledger.recordIntent(intent()));
  }

  @Test
  void anAnswerThatIsRubbishIsAnError() {
    registry.on("/intents", body -> new Reply(201, "<html>"));

    assertNotRecorded(ledger.recordIntent(intent()));
  }

  @Test
  void anIntentWithoutAnswerIsAnErrorWithinTwoSeconds() {
    registry.fallSilent();

    long began = System.nanoTime();
    assertNotRecorded(ledger.recordIntent(intent()));

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    assertThat(registry.received("/intents")).hasSize(1);
  }

  @Test
  void withoutALeaseNothingIsSent() {
    lease.set(Optional.empty());

    assertNotRecorded(ledger.recordIntent(intent()));

    assertThat(registry.received("/intents")).isEmpty();
  }

  @Test
  void anOutcomeIsSentAgainWhileTheLeaseLives() {
    Outcome outcome = outcome();
    AtomicInteger tries = new AtomicInteger();
    registry.on(
        "/outcomes",
        body -> tries.incrementAndGet() < 3 ? new Reply(503, "") : recorded(outcome.intent()));

    ledger.recordOutcome(outcome).block(PATIENCE);

    assertThat(tries).hasValue(3);
  }

  @Test
  void anOutcomeThatIsRefusedIsNotSentAgain() {
    registry.on("/outcomes", body -> new Reply(409, ""));

    assertNotRecorded(ledger.recordOutcome(outcome()));

    assertThat(registry.received("/outcomes")).hasSize(1);
  }

  @Test
  void anOutcomeIsNotSentAgainWithoutALease() {
    registry.on(
        "/outcomes",
        body -> {
          lease.set(Optional.empty());
          return new Reply(503, "");
        });

    assertNotRecorded(ledger.recordOutcome(outcome()));

    assertThat(registry.received("/outcomes")).hasSize(1);
  }

  private static void assertNotRecorded(Mono<Void> record) {
    assertThatThrownBy(() -> record.block(PATIENCE)).isInstanceOf(NotRecorded.class);
  }

  private static Reply recorded(UUID id) {
    return new Reply(201, "{\"recorded\":[\"" + id + "\"]}");
  }

  private static Intent intent() {
    return new Intent(
        UUID.randomUUID(),
        "gw-1",
        Instant.parse("2026-11-21T20:00:00Z"),
        UUID.randomUUID(),
        "jobcenter-nordhausen",
        "cw-001",
        null,
        null,
        null,
        null,
        3,
        null,
        null,
        null,
        null,
        "COC",
        "permit",
        null,
        List.of("documents-read"));
  }

  private static Outcome outcome() {
    return new Outcome(
        UUID.randomUUID(),
        Instant.parse("2026-11-21T20:00:00Z"),
        200,
        "completed",
        List.of(new Outcome.Released("DocumentReference", "akte-17-3")),
        1,
        2,
        5120);
  }
}
