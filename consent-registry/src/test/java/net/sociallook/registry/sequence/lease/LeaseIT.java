package net.sociallook.registry.sequence.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.EffectResult.Effective;
import net.sociallook.registry.sequence.ManualTicker;
import net.sociallook.registry.sequence.SequenceHead;
import net.sociallook.registry.sequence.Ticker;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.sequence.WithdrawalEntry.GrantRaised;
import net.sociallook.registry.sequence.WithdrawalSequence;
import net.sociallook.registry.sequence.lease.GatewayNode.Answer;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.OpenApiContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lease protocol over HTTP, with a monotonic clock that the tests move. */
class LeaseIT {
  private static final Duration STEP = Duration.ofMillis(100);
  private static final ManualTicker TICKER = new ManualTicker();
  private static RunningRegistry registry;

  private final GatewayNode node = new GatewayNode(registry, "gw-1");

  static class TimeOfTheTest {
    @Bean
    @Primary
    Ticker manualTicker() {
      return TICKER;
    }
  }

  @BeforeAll
  static void start() {
    registry = RunningRegistry.start(Map.of(), TimeOfTheTest.class);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  /** All leases and the quarantine of the start are over. */
  @BeforeEach
  void letEverythingRunOut() {
    TICKER.advance(Duration.ofSeconds(10));
    registry.bean(Leases.class).look();
  }

  @Test
  void withoutAnyNodeWithdrawalIsEffectiveAtOnce() {
    assertThat(effect().awaitEffective(withdraw())).isEqualTo(new Effective(Duration.ZERO));
  }

  @Test
  void acknowledgedByEveryNodeWithdrawalIsEffectiveAtOnce() throws Exception {
    GatewayNode other = new GatewayNode(registry, "gw-2");
    String lease = node.join().path("lease").asString();
    String otherLease = other.join().path("lease").asString();
    long number = withdraw();
    CompletableFuture<EffectResult> effect =
        CompletableFuture.supplyAsync(
            () -> effect().awaitEffective(number), Thread::startVirtualThread);
    assertThat(node.acknowledge(lease, number).status()).isEqualTo(204);
    assertThat(other.acknowledge(otherLease, number).status()).isEqualTo(204);
    assertThat(effect.get(10, TimeUnit.SECONDS)).isEqualTo(new Effective(Duration.ZERO));
  }

  @Test
  void silentNodeDelaysEffectForLeaseStampAndMargin() throws Exception {
    assertWaitsOutSilentNode(effect());
  }

  @Test
  void nodeThatAnswersDoesNotHideOneThatIsSilent() throws Exception {
    node.join();
    GatewayNode other = new GatewayNode(registry, "gw-2");
    String otherLease = other.join().path("lease").asString();
    long number = withdraw();
    other.acknowledge(otherLease, number);
    assertThat(timeToEffect(effect(), number)).isGreaterThanOrEqualTo(Duration.ofMillis(3_200));
  }

  @Test
  void registryThatDoesNotWaitForLeasesIsCaught() {
    WithdrawalEffect mutant = sequence -> new Effective(Duration.ZERO);
    assertThatThrownBy(() -> assertWaitsOutSilentNode(mutant)).isInstanceOf(AssertionError.class);
  }

  @Test
  void registryThatForgetsStampAndMarginIsCaught() {
    LeaseTerms terms = LeaseTerms.STANDARD;
    Leases forgetful =
        process(new LeaseTerms(terms.lease(), Duration.ZERO, Duration.ZERO, terms.silence()));
    TICKER.advance(Duration.ofSeconds(10));
    registry.bean(Leases.class).look();
    WithdrawalEffect mutant = new LeaseEffect(forgetful, TICKER);
    assertThatThrownBy(() -> assertWaitsOutSilentNode(mutant)).isInstanceOf(AssertionError.class);
  }

  @Test
  void registryThatForgetsLeasesAtItsStartIsCaught() throws Exception {
    assertQuarantines(LeaseTerms.STANDARD);
    LeaseTerms none =
        new LeaseTerms(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(500));
    assertThatThrownBy(() -> assertQuarantines(none)).isInstanceOf(AssertionError.class);
  }

  @Test
  void leaseThatAnotherProcessGrantedIsWaitedFor() throws Exception {
    Leases other = process(LeaseTerms.STANDARD);
    TICKER.advance(Duration.ofSeconds(10));
    registry.bean(Leases.class).look();
    node.join();
    long number = withdraw();
    assertThat(timeToEffect(new LeaseEffect(other, TICKER), number))
        .isGreaterThanOrEqualTo(Duration.ofMillis(3_200));
  }

  @Test
  void leaseCountedAsOverCannotBeRenewed() throws Exception {
    String lease = node.join().path("lease").asString();
    Leases other = process(LeaseTerms.STANDARD);
    timeToEffect(new LeaseEffect(other, TICKER), withdraw());
    assertThat(registry.bean(LeaseTable.class).renew(UUID.fromString(lease), 0)).isEmpty();
  }

  @Test
  void unknownCommitIsNeverCalledEffective() {
    long never = registry.bean(WithdrawalSequence.class).current() + 1;
    assertThat(effect().awaitEffective(never)).isEqualTo(new EffectResult.Unknown());
  }

  @Test
  void renewedLeaseLivesOn() throws Exception {
    String lease = node.join().path("lease").asString();
    for (int i = 0; i < 6; i++) {
      TICKER.advance(Duration.ofMillis(500));
      Answer renewed = node.renew(lease, current());
      assertThat(renewed.status()).isEqualTo(200);
      assertThat(renewed.json().path("leaseMillis").asInt()).isEqualTo(2_000);
    }
  }

  @Test
  void leaseThatRanOutIsNotRenewed() throws Exception {
    String lease = node.join().path("lease").asString();
    TICKER.advance(Duration.ofSeconds(2));
    Answer refused = node.renew(lease, current());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("lease-ended");
  }

  @Test
  void nodeThatLeavesAnEntryUnacknowledgedIsNotRenewed() throws Exception {
    JsonNode joined = node.join();
    String lease = joined.path("lease").asString();
    withdraw();
    TICKER.advance(Duration.ofMillis(499));
    assertThat(node.renew(lease, joined.path("sequence").asLong()).status()).isEqualTo(200);
    TICKER.advance(Duration.ofMillis(1));
    Answer refused = node.renew(lease, joined.path("sequence").asLong());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("entry-unacknowledged");
  }

  @Test
  void newEpochEndsEveryLease() throws Exception {
    String lease = node.join().path("lease").asString();
    process(LeaseTerms.STANDARD);
    Answer refused = node.renew(lease, current());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(node.join().path("epoch").asLong()).isEqualTo(registry.bean(Leases.class).epoch());
  }

  @Test
  void joiningNodeIsToldWhatWasTakenBack() throws Exception {
    UUID grant = UUID.randomUUID();
    long number = withdraw(grant);
    JsonNode joined = node.join();
    assertThat(joined.path("sequence").asLong()).isEqualTo(number);
    JsonNode last = joined.path("entries").get(joined.path("entries").size() - 1);
    assertThat(last.path("kind").asString()).isEqualTo("grant");
    assertThat(last.path("grant").asString()).isEqualTo(grant.toString());
    assertThat(last.path("lowestLiveVersion").asInt()).isEqualTo(4);
  }

  @Test
  void streamResumesWithoutGap() throws Exception {
    JsonNode joined = node.join();
    String lease = joined.path("lease").asString();
    long start = joined.path("sequence").asLong();
    List<Long> seen = new ArrayList<>();
    withdraw();
    withdraw();
    readUntil(lease, start, start + 2, seen);
    withdraw();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> readUntil(lease, seen.getLast(), start + 4, seen), Thread::startVirtualThread);
    withdraw();
    reading.get(10, TimeUnit.SECONDS);
    assertThat(seen).containsExactly(start + 1, start + 2, start + 3, start + 4);
  }

  @Test
  void streamWithoutEntriesSendsEmptyLines() throws Exception {
    JsonNode joined = node.join();
    String lease = joined.path("lease").asString();
    try (BufferedReader lines = stream(lease, joined.path("sequence").asLong())) {
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEmpty();
    }
  }

  @Test
  void streamEndsWithTheLease() throws Exception {
    JsonNode joined = node.join();
    String lease = joined.path("lease").asString();
    try (BufferedReader lines = stream(lease, joined.path("sequence").asLong())) {
      assertThat(lines.readLine()).isEmpty();
      TICKER.advance(Duration.ofSeconds(2));
      String line = lines.readLine();
      while (line != null) {
        assertThat(line).isEmpty();
        line = lines.readLine();
      }
    }
  }

  @Test
  void keyIsPublishedWhileTheLeaseLivesAndShortlyAfter() throws Exception {
    GatewayNode signer = new GatewayNode(registry, "gw-signer");
    assertThat(publishedKeyIds()).noneMatch(id -> id.startsWith("gw-signer-"));
    signer.join();
    assertThat(publishedKeyIds()).anyMatch(id -> id.startsWith("gw-signer-"));
    letEverythingRunOut();
    assertThat(publishedKeyIds()).anyMatch(id -> id.startsWith("gw-signer-"));
  }

  @Test
  void keyIdOfAnotherNodeIsRefused() throws Exception {
    String key = GatewayNode.publicKey("shared");
    GatewayNode other = new GatewayNode(registry, "gw-2");
    assertThat(node.post("/leases", node.joinMessage(key)).status()).isEqualTo(201);
    Answer refused = other.post("/leases", other.joinMessage(key));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("key-id-in-use");
  }

  @Test
  void nodeCannotJoinUnderAnotherName() throws Exception {
    GatewayNode other = new GatewayNode(registry, "gw-2");
    Answer refused =
        node.post("/leases", other.joinMessage(GatewayNode.publicKey("k-" + UUID.randomUUID())));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("wrong-node");
  }

  @Test
  void leaseOfAnotherNodeIsRefused() throws Exception {
    String lease = node.join().path("lease").asString();
    GatewayNode other = new GatewayNode(registry, "gw-2");
    assertThat(other.renew(lease, current()).problem()).isEqualTo("foreign-lease");
    assertThat(other.acknowledge(lease, current()).problem()).isEqualTo("foreign-lease");
    assertThat(other.withdrawals(lease, "0").statusCode()).isEqualTo(403);
  }

  @Test
  void numbersGoForwardAndNotAheadOfTheSequence() throws Exception {
    String lease = node.join().path("lease").asString();
    long number = withdraw();
    node.acknowledge(lease, number);
    assertThat(node.acknowledge(lease, number).status()).isEqualTo(204);
    assertThat(node.acknowledge(lease, number - 1).problem()).isEqualTo("number-backwards");
    assertThat(node.acknowledge(lease, number + 1).problem()).isEqualTo("number-ahead");
    assertThat(node.renew(lease, number + 1).problem()).isEqualTo("number-ahead");
    assertThat(node.withdrawals(lease, "" + (number + 1)).statusCode()).isEqualTo(400);
    assertThat(node.renew(lease, -1).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /leases | {}
          /leases | {"node":"gw-1","boot":"x","publicKey":{}}
          /leases | {"node":"gw-1","boot":"5b4b5c0e-0000-4000-8000-000000000000","publicKey":{"kty":"EC"}}
          /leases | {"node":"gw-1"
          /leases/5b4b5c0e-0000-4000-8000-000000000000x/renewals | {"acknowledged":1}
          """)
  void malformedMessageIsRefused(String path, String body) throws Exception {
    assertThat(node.post(path, body).status()).isEqualTo(400);
  }

  @Test
  void unknownOrMissingMembersAreRefused() throws Exception {
    String lease = node.join().path("lease").asString();
    String renewals = "/leases/" + lease + "/renewals";
    assertThat(node.post(renewals, "{\"acknowledged\":0,\"more\":1}").status()).isEqualTo(400);
    assertThat(node.post(renewals, "{}").status()).isEqualTo(400);
    assertThat(node.post(renewals, "{\"acknowledged\":\"0\"}").status()).isEqualTo(400);
    assertThat(node.post(renewals, "{\"acknowledged\":null}").status()).isEqualTo(400);
    assertThat(node.post(renewals, "[]").status()).isEqualTo(400);
  }

  @Test
  void unknownLeaseIsOver() throws Exception {
    assertThat(node.renew(UUID.randomUUID().toString(), 0).status()).isEqualTo(409);
  }

  private static WithdrawalEffect effect() {
    return registry.bean(WithdrawalEffect.class);
  }

  private static long current() {
    return registry.bean(WithdrawalSequence.class).current();
  }

  private static long withdraw() {
    return withdraw(UUID.randomUUID());
  }

  private static long withdraw(UUID grant) {
    TransactionTemplate transactions =
        new TransactionTemplate(registry.bean(PlatformTransactionManager.class));
    WithdrawalSequence sequence = registry.bean(WithdrawalSequence.class);
    return Objects.requireNonNull(
        transactions.execute(status -> sequence.append(List.of(new GrantRaised(grant, 4)))));
  }

  /** What another registry process on the same database would be. */
  private static Leases process(LeaseTerms terms) {
    return new Leases(registry.bean(LeaseTable.class), terms, new SequenceHead(TICKER), TICKER);
  }

  private void assertWaitsOutSilentNode(WithdrawalEffect effect) throws Exception {
    node.join();
    assertThat(timeToEffect(effect, withdraw()))
        .isBetween(Duration.ofMillis(3_200), Duration.ofMillis(5_000));
  }

  private static void assertQuarantines(LeaseTerms terms) throws Exception {
    Leases started = process(terms);
    assertThat(timeToEffect(new LeaseEffect(started, TICKER), withdraw()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(3_200));
  }

  /** Moves time on in small steps until the effect is there; says what time it took. */
  private static Duration timeToEffect(WithdrawalEffect effect, long number) throws Exception {
    long start = TICKER.nanos();
    CompletableFuture<EffectResult> result =
        CompletableFuture.supplyAsync(
            () -> effect.awaitEffective(number), Thread::startVirtualThread);
    for (Duration gone = Duration.ZERO; gone.toSeconds() < 8; gone = gone.plus(STEP)) {
      try {
        assertThat(result.get(60, TimeUnit.MILLISECONDS)).isInstanceOf(Effective.class);
        return Duration.ofNanos(TICKER.nanos() - start);
      } catch (TimeoutException e) {
        TICKER.advance(STEP);
      }
    }
    throw new AssertionError("effect: none within 8 s");
  }

  private BufferedReader stream(String lease, long after) throws Exception {
    HttpResponse<InputStream> response = node.withdrawals(lease, "" + after);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/x-ndjson");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private void readUntil(String lease, long after, long last, List<Long> seen) {
    assertThatCode(
            () -> {
              try (BufferedReader lines = stream(lease, after)) {
                String line = lines.readLine();
                while (line != null && (seen.isEmpty() || seen.getLast() < last)) {
                  if (!line.isEmpty()) {
                    seen.add(JsonMapper.shared().readTree(line).path("sequence").asLong());
                  }
                  line = seen.isEmpty() || seen.getLast() < last ? lines.readLine() : null;
                }
              }
            })
        .doesNotThrowAnyException();
  }

  private static List<String> publishedKeyIds() throws Exception {
    String path = "/.well-known/gateway-jwks.json";
    HttpResponse<String> response =
        RunningRegistry.anonymous()
            .send(
                HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, path)).build(),
                HttpResponse.BodyHandlers.ofString());
    OpenApiContract.of("consent-registry.yaml")
        .check(
            "GET",
            path,
            response.statusCode(),
            response.headers().firstValue("content-type").orElse(""),
            response.body());
    List<String> ids = new ArrayList<>();
    JsonMapper.shared()
        .readTree(response.body())
        .path("keys")
        .forEach(key -> ids.add(key.path("kid").asString()));
    return ids;
  }
}
