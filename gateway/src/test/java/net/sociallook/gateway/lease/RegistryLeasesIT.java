package net.sociallook.gateway.lease;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.sociallook.consent.GrantId;
import net.sociallook.gateway.lease.SimulatedRegistry.Reply;
import net.sociallook.gateway.tls.TestTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryLeasesIT {
  private static final String GRANT = "0b8f5b1e-54a1-4b0a-9a43-2b7f3c3f1d11";
  private static final TokenStanding STANDING =
      new TokenStanding(new GrantId(GRANT), 3, UUID.randomUUID(), 100);

  @TempDir static Path directory;
  private static TestTls tls;

  private SimulatedRegistry registry;
  private RegistryConnection connection;
  private RegistryLeases leases;
  private int joins;
  private int streams;

  @BeforeAll
  static void issueCertificates() {
    tls = new TestTls(directory);
  }

  @BeforeEach
  void startRegistry() {
    registry = new SimulatedRegistry(tls.server("registry"));
    connection = new RegistryConnection(registry.base(), tls.node().contextTowards("registry"));
    leases = new RegistryLeases(NodeKey.generate("gw-1"), connection, Clocks.system());
  }

  @AfterEach
  void stop() {
    leases.close();
    connection.close();
    registry.close();
  }

  @Test
  void joinsWithItsPublicKeyAloneAndServesOnlyThen() {
    assertThat(leases.lastCheck(STANDING)).contains(Refused.NO_LEASE);

    leases.start();

    awaitLease();
    String join = registry.received("/leases").getFirst().body();
    assertThat(join).contains("\"node\":\"gw-1\"", "\"kid\":\"gw-1-").doesNotContain("\"d\":");
  }

  @Test
  void knowsTheSnapshotBeforeItServes() {
    registry.on(
        "/leases",
        body ->
            new Reply(
                201,
                SimulatedRegistry.joined(
                    UUID.randomUUID(), 1, 99, 100, SimulatedRegistry.ofGrant(100, GRANT, 4))));

    leases.start();

    await().until(() -> leases.current().isPresent());
    assertThat(leases.lastCheck(STANDING)).contains(Refused.VERSION_DEAD);
  }

  @Test
  void renewsEveryHalfSecondAndSoOutlivesItsFirstLease() {
    hold();
    int renewals = registry.received("/renewals").size();

    await()
        .atMost(Duration.ofSeconds(6))
        .until(() -> registry.received("/renewals").size() >= renewals + 6);

    assertThat(leases.lastCheck(STANDING)).isEmpty();
    assertThat(registry.received("/leases")).hasSize(joins);
    assertThat(registry.received("/renewals").getFirst().body())
        .isEqualTo("{\"acknowledged\":100}");
  }

  @Test
  void acknowledgesAWithdrawalOnlyWhenWhatRanOnItHasEnded() throws Exception {
    hold();
    CompletableFuture<Void> cut = new CompletableFuture<>();
    InFlight request = leases.register(STANDING, () -> cut.complete(null));
    assertThat(request.alive()).isTrue();

    registry.line(SimulatedRegistry.ofGrant(101, GRANT, 4));
    cut.get(2, SECONDS);

    assertThat(request.alive()).isFalse();
    assertThat(leases.lastCheck(STANDING)).contains(Refused.VERSION_DEAD);
    int renewals = registry.received("/renewals").size();
    await().until(() -> registry.received("/renewals").size() > renewals);
    assertThat(registry.received("/acknowledgements")).isEmpty();
    assertThat(registry.received("/renewals").getLast().body()).isEqualTo("{\"acknowledged\":100}");

    request.close();

    await().until(() -> registry.received("/acknowledgements").size() == 1);
    assertThat(registry.received("/acknowledgements").getFirst().body())
        .isEqualTo("{\"sequence\":101}");
  }

  @Test
  void acknowledgesAtOnceWhatNothingRunsOn() {
    hold();

    long sent = System.nanoTime();
    registry.line(SimulatedRegistry.ofGrant(101, GRANT, 4));

    await().until(() -> registry.received("/acknowledgements").size() == 1);
    long took = registry.received("/acknowledgements").getFirst().nanos() - sent;
    assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aRegistryThatFallsSilentEndsServingWithinTheLease() throws Exception {
    leases.start();
    awaitLease();
    CompletableFuture<Long> cutAt = new CompletableFuture<>();
    InFlight request = leases.register(STANDING, () -> cutAt.complete(System.nanoTime()));

    registry.fallSilent();
    long silence = System.nanoTime();

    long cut = cutAt.get(3, SECONDS);
    assertThat(Duration.ofNanos(cut - silence)).isLessThan(Duration.ofMillis(2_700));
    assertThat(request.alive()).isFalse();
    assertThat(leases.lastCheck(STANDING)).contains(Refused.NO_LEASE);
    assertThat(leases.current()).isEmpty();
  }

  @Test
  void joinsAnewWhenTheRegistryIsBack() {
    leases.start();
    awaitLease();
    registry.fallSilent();
    await().until(() -> leases.lastCheck(STANDING).isPresent());

    registry.speakAgain();

    awaitLease();
    assertThat(registry.received("/leases").size()).isGreaterThan(1);
  }

  @Test
  void aLeaseThatTheRegistryEndsIsOverAtOnce() {
    AtomicInteger joins = new AtomicInteger();
    registry.on(
        "/leases",
        body ->
            joins.incrementAndGet() == 1
                ? new Reply(201, SimulatedRegistry.joined(UUID.randomUUID(), 1, 100, 100, ""))
                : new Reply(503, ""));
    registry.on("/renewals", body -> new Reply(409, ""));
    AtomicInteger cuts = new AtomicInteger();

    leases.start();
    awaitLease();
    leases.register(STANDING, cuts::incrementAndGet);

    await().atMost(Duration.ofMillis(1_900)).until(() -> leases.current().isEmpty());
    assertThat(cuts).hasValue(1);
  }

  @Test
  void aNodeThatIsSlowToAcknowledgeKeepsWhatItsLeaseHasLeft() {
    hold();
    AtomicInteger renewals = new AtomicInteger();

    registry.on(
        "/renewals",
        body ->
            renewals.incrementAndGet() <= 2
                ? new Reply(
                    409, "{\"type\":\"https://sociallook.net/problems/entry-unacknowledged\"}")
                : new Reply(200, SimulatedRegistry.renewed(1, 100)));

    await().until(() -> renewals.get() >= 6);
    assertThat(registry.received("/leases")).hasSize(joins);
    assertThat(leases.lastCheck(STANDING)).isEmpty();
  }

  @Test
  void aStreamThatEndsIsOpenedAgainWhereItBroke() {
    hold();
    registry.line(SimulatedRegistry.ofGrant(101, UUID.randomUUID().toString(), 4));
    await().until(() -> leases.status().sequence() == 101);

    registry.endStream();

    awaitAnotherStream();
    assertThat(registry.received("after=101")).hasSize(1);
    assertThat(registry.received("/leases")).hasSize(joins);
  }

  @Test
  void aStreamThatFallsSilentIsOpenedAgain() {
    hold();

    registry.muteStream();

    awaitAnotherStream();
    assertThat(registry.received("/leases")).hasSize(joins);
  }

  @Test
  void aGapInTheSequenceCostsTheLease() {
    registerAndBreakWith(SimulatedRegistry.ofGrant(102, GRANT, 4));
  }

  @Test
  void anUnreadableLineCostsTheLease() {
    registerAndBreakWith("{\"sequence\":101,\"kind\":\"grant\"}");
  }

  private void registerAndBreakWith(String line) {
    hold();
    AtomicInteger cuts = new AtomicInteger();
    InFlight request = leases.register(STANDING, cuts::incrementAndGet);

    registry.line(line);

    await().until(() -> cuts.get() == 1);
    request.close();
    await().until(() -> registry.received("/leases").size() == joins + 1);
    awaitLease();
  }

  @Test
  void aRegistryOfAnotherNameIsNotJoined() {
    try (SimulatedRegistry other =
            new SimulatedRegistry(tls.server("adapter:youth-office-nordhausen"));
        RegistryConnection there =
            new RegistryConnection(other.base(), tls.node().contextTowards("registry"))) {
      CompletableFuture<RegistryConnection.Reply> reply =
          there.post("/leases", "{}", Duration.ofSeconds(5));

      await().until(reply::isDone);

      assertThat(reply).isCompletedExceptionally();
      assertThat(other.received("/leases")).isEmpty();
    }
  }

  private void awaitLease() {
    await().atMost(Duration.ofSeconds(10)).until(() -> leases.lastCheck(STANDING).isEmpty());
  }

  /** Holds a lease that was renewed: a first one can be short where a machine is busy. */
  private void hold() {
    leases.start();
    awaitLease();
    int before = registry.received("/renewals").size();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> registry.received("/renewals").size() >= before + 2);
    awaitLease();
    await().until(() -> registry.streams() > 0);
    joins = registry.received("/leases").size();
    streams = registry.streams();
  }

  private void awaitAnotherStream() {
    await().atMost(Duration.ofSeconds(10)).until(() -> registry.streams() > streams);
  }
}
