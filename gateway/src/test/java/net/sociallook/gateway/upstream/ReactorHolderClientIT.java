package net.sociallook.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.ClientAuth;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.sociallook.gateway.lease.Clocks;
import net.sociallook.gateway.lease.Moment;
import net.sociallook.gateway.lease.NodeKey;
import net.sociallook.gateway.lease.Refused;
import net.sociallook.gateway.tls.TestTls;
import net.sociallook.testbed.CertificateAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ReactorHolderClientIT {
  private static final String HOLDER = "youth-office-nordhausen";
  private static final String TARGET =
      "/fhir/DocumentReference?patient=00ff&type=a%7Cb%2Cc&_count=5";
  private static final LastCheck ADMITTED = Optional::empty;
  private static final NodeKey KEY = NodeKey.generate("gw-1");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path directory;
  private static TestTls tls;

  private final AtomicInteger checks = new AtomicInteger();
  private SimulatedAdapter adapter;
  private ReactorHolderClient client;

  @BeforeAll
  static void issueCertificates() {
    tls = new TestTls(directory);
  }

  @BeforeEach
  void start() {
    adapter = new SimulatedAdapter(tls.server("adapter:" + HOLDER));
    client = client(Clocks.system());
  }

  @AfterEach
  void stop() {
    client.close();
    adapter.close();
  }

  @Test
  void sendsExactlyTheTargetWithASignedAssertionAboutIt() throws Exception {
    HolderRequest request = request(adapter.base());
    long before = adapter.monotonic();

    assertThat(text(client.send(request, ADMITTED))).isEqualTo("ok");
    assertThat(text(client.send(request, ADMITTED))).isEqualTo("ok");

    SimulatedAdapter.Received second = adapter.received().get(1);
    assertThat(second.target()).isEqualTo(TARGET);
    assertThat(second.accept()).isEqualTo("application/fhir+json");
    assertThat(second.requestId()).isEqualTo(request.requestId().toString());
    JWSObject assertion = JWSObject.parse(second.assertion());
    assertThat(assertion.verify(new ECDSAVerifier(KEY.key().toECPublicKey()))).isTrue();
    assertThat(assertion.getHeader().getType().getType()).isEqualTo("sociallook-assertion+jwt");
    assertThat(assertion.getHeader().getKeyID()).isEqualTo(KEY.key().getKeyID());
    Map<String, Object> claims = assertion.getPayload().toJSONObject();
    assertThat(claims)
        .containsOnlyKeys(
            "iss",
            "aud",
            "iat",
            "jti",
            "ledger",
            "method",
            "uri_hash",
            "body_hash",
            "patient",
            "recipient",
            "caseworker",
            "purpose",
            "stamp")
        .containsEntry("iss", "gw-1")
        .containsEntry("aud", HOLDER)
        .containsEntry("method", "GET")
        .containsEntry("patient", "00ff")
        .containsEntry("ledger", request.claims().ledger().toString())
        .containsEntry("uri_hash", hash(TARGET))
        .containsEntry("body_hash", hash(""));
    Map<?, ?> stamp = (Map<?, ?>) claims.get("stamp");
    assertThat(stamp.get("boot")).isEqualTo(adapter.boot());
    assertThat((Long) stamp.get("until")).isBetween(before + 1000, adapter.monotonic() + 1000);
  }

  @Test
  void beforeTheFirstReadingTheStampIsNull() throws Exception {
    text(client.send(request(adapter.base()), ADMITTED));

    Map<String, Object> claims =
        JWSObject.parse(adapter.received().getFirst().assertion()).getPayload().toJSONObject();
    assertThat(claims).containsEntry("stamp", null);
  }

  @Test
  void everySendingHasAnIdOfItsOwn() throws Exception {
    refuseStamps(1);

    text(client.send(request(adapter.base()), ADMITTED));

    assertThat(adapter.received()).hasSize(2);
    assertThat(jti(0)).isNotEqualTo(jti(1));
  }

  @Test
  void aRefusedStampIsTriedOnceMoreAfterAnotherLastCheck() {
    refuseStamps(1);

    assertThat(text(client.send(request(adapter.base()), this::counted))).isEqualTo("ok");

    assertThat(checks).hasValue(2);
    assertThat(adapter.received()).hasSize(2);
  }

  @Test
  void aStampThatIsRefusedTwiceIsGivenUp() {
    refuseStamps(5);

    assertFails(
        client.send(request(adapter.base()), this::counted), HolderFailure.Kind.STAMP_REFUSED);

    assertThat(checks).hasValue(2);
    assertThat(adapter.received()).hasSize(2);
  }

  @Test
  void whatIsWithdrawnMeanwhileIsNotTriedAgain() {
    refuseStamps(5);
    LastCheck onlyOnce =
        () -> checks.getAndIncrement() == 0 ? Optional.empty() : Optional.of(Refused.VERSION_DEAD);

    Throwable error = errorOf(client.send(request(adapter.base()), onlyOnce));

    assertThat(error)
        .isInstanceOfSatisfying(
            NotAdmitted.class,
            refused -> assertThat(refused.refused()).isEqualTo(Refused.VERSION_DEAD));
    assertThat(adapter.received()).hasSize(1);
  }

  @Test
  void aRefusedLastCheckSendsNothing() {
    LastCheck noLease = () -> Optional.of(Refused.NO_LEASE);

    Throwable error = errorOf(client.send(request(adapter.base()), noLease));

    assertThat(error).isInstanceOf(NotAdmitted.class);
    assertThat(adapter.received()).isEmpty();
  }

  /** Were the clock read after the check, a pause between the two would lengthen the stamp. */
  @Test
  void aPauseAfterTheLastCheckMakesTheStampLateAndNotLonger() throws Exception {
    AtomicInteger skipped = new AtomicInteger();
    Clocks clocks =
        () ->
            new Moment(
                System.nanoTime() + Duration.ofSeconds(skipped.get()).toNanos(),
                System.currentTimeMillis());
    client.close();
    client = client(clocks);
    text(client.send(request(adapter.base()), ADMITTED));
    LastCheck paused =
        () -> {
          skipped.addAndGet(60);
          return Optional.empty();
        };

    text(client.send(request(adapter.base()), paused));

    Map<String, Object> claims =
        JWSObject.parse(adapter.received().get(1).assertion()).getPayload().toJSONObject();
    Map<?, ?> stamp = (Map<?, ?>) claims.get("stamp");
    assertThat((Long) stamp.get("until")).isLessThanOrEqualTo(adapter.monotonic() + 1000);
  }

  @Test
  void a412WithoutReadingsIsOdd() {
    adapter.answer(response -> {
      response.responseHeaders().remove("SocialLook-Boot");
      return response.status(412).send();
    });

    assertFails(client.send(request(adapter.base()), ADMITTED), HolderFailure.Kind.ODD_ANSWER);

    assertThat(adapter.received()).hasSize(1);
  }

  @Test
  void aRedirectionIsNotFollowed() {
    adapter.answer(
        response -> response.status(302).header("Location", adapter.base() + "/other").send());

    assertFails(client.send(request(adapter.base()), ADMITTED), HolderFailure.Kind.ODD_ANSWER);

    assertThat(adapter.received()).hasSize(1);
  }

  @Test
  void statusAndTypeAreHandedOn() {
    adapter.answer(response ->
        response.status(404).header("Content-Type", "text/html").sendString(Mono.just("x")));

    HolderAnswer answer = client.send(request(adapter.base()), ADMITTED).block(PATIENCE);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.type()).contains(MediaType.TEXT_HTML);
    answer.discard();
  }

  @Test
  void aTypeThatCannotBeReadIsOdd() {
    adapter.answer(
        response -> response.status(200).header("Content-Type", "///").sendString(Mono.just("x")));

    assertFails(client.send(request(adapter.base()), ADMITTED), HolderFailure.Kind.ODD_ANSWER);
  }

  @Test
  void cookiesAreNotKept() {
    adapter.answer(
        response -> response.status(200).header("Set-Cookie", "a=b").sendString(Mono.just("ok")));

    text(client.send(request(adapter.base()), ADMITTED));

    assertThat(text(client.send(request(adapter.base()), ADMITTED))).isEqualTo("ok");
  }

  @Test
  void aLargeBodyComesInSmallChunks() {
    byte[] large = new byte[3_000_000];
    adapter.answer(response -> response.status(200).sendByteArray(Flux.just(large)));
    AtomicInteger largest = new AtomicInteger();

    long length =
        client
            .send(request(adapter.base()), ADMITTED)
            .flatMapMany(HolderAnswer::body)
            .map(buffer -> {
              int size = buffer.readableByteCount();
              DataBufferUtils.release(buffer);
              largest.accumulateAndGet(size, Math::max);
              return (long) size;
            })
            .reduce(0L, Long::sum)
            .block(PATIENCE);

    assertThat(length).isEqualTo(large.length);
    assertThat(largest.get()).isLessThanOrEqualTo(16 * 1024);
  }

  @Test
  void aCancelledBodyEndsTheAdaptersWork() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    adapter.answer(response -> {
      response.withConnection(connection -> connection.onDispose(() -> ended.complete(null)));
      return response
          .status(200)
          .send(
              Flux.interval(Duration.ofMillis(5)).map(i -> Unpooled.wrappedBuffer(new byte[512])),
              b -> true);
    });

    client
        .send(request(adapter.base()), ADMITTED)
        .flatMapMany(HolderAnswer::body)
        .doOnNext(DataBufferUtils::release)
        .take(3)
        .blockLast(PATIENCE);

    await().until(ended::isDone);
  }

  @Test
  void anAdapterThatDoesNotAnswerIsTimedOut() {
    adapter.answer(response -> Mono.never());

    assertFails(client.send(request(adapter.base()), ADMITTED), HolderFailure.Kind.TIMED_OUT);
  }

  @Test
  void aBodyThatStopsComingIsTimedOut() {
    adapter.answer(response ->
        response
            .status(200)
            .send(
                Flux.concat(Mono.just(Unpooled.wrappedBuffer(new byte[10])), Mono.never()),
                buffer -> true));

    assertFails(read(client.send(request(adapter.base()), ADMITTED)), HolderFailure.Kind.TIMED_OUT);
  }

  @Test
  void aBodyThatBreaksOffIsAFailure() {
    adapter.answer(response ->
        response
            .status(200)
            .header("Content-Length", "1000")
            .send(
                Flux.concat(
                    Mono.just(Unpooled.wrappedBuffer(new byte[10])),
                    Mono.error(new IllegalStateException("broken"))),
                buffer -> true));

    assertFails(
        read(client.send(request(adapter.base()), ADMITTED)), HolderFailure.Kind.UNREACHABLE);
  }

  @Test
  void nobodyListeningIsUnreachable() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("https://localhost:" + free.getLocalPort());
    }

    assertFails(client.send(request(nobody), ADMITTED), HolderFailure.Kind.UNREACHABLE);
  }

  @Test
  void theAdapterOfAnotherInstitutionIsNotAsked() {
    try (SimulatedAdapter other = new SimulatedAdapter(tls.server("adapter:provider-gotha"))) {
      assertFails(
          client.send(request(other.base()), this::counted), HolderFailure.Kind.UNREACHABLE);

      assertThat(other.received()).isEmpty();
      assertThat(checks).hasValue(0);
    }
  }

  @Test
  void anAdapterOfAnotherAuthorityIsNotAsked() {
    CertificateAuthority foreign = CertificateAuthority.create(directory.resolve("foreign"));
    var identity = foreign.issue("adapter:" + HOLDER, "localhost");
    try (SimulatedAdapter other = new SimulatedAdapter(tls.server(identity, ClientAuth.OPTIONAL))) {
      assertFails(client.send(request(other.base()), ADMITTED), HolderFailure.Kind.UNREACHABLE);

      assertThat(other.received()).isEmpty();
    }
  }

  @Test
  void aCertificateForAnotherHostIsNotAccepted() {
    var identity = tls.authority().issue("adapter:" + HOLDER, "elsewhere.example");
    try (SimulatedAdapter other = new SimulatedAdapter(tls.server(identity, ClientAuth.REQUIRE))) {
      assertFails(client.send(request(other.base()), ADMITTED), HolderFailure.Kind.UNREACHABLE);

      assertThat(other.received()).isEmpty();
    }
  }

  private Optional<Refused> counted() {
    checks.incrementAndGet();
    return Optional.empty();
  }

  private void refuseStamps(int times) {
    AtomicInteger left = new AtomicInteger(times);
    adapter.answer(response ->
        left.getAndDecrement() > 0
            ? response.status(412).send()
            : response.status(200).sendString(Mono.just("ok")));
  }

  private Object jti(int sending) throws Exception {
    return JWSObject.parse(adapter.received().get(sending).assertion())
        .getPayload()
        .toJSONObject()
        .get("jti");
  }

  private static ReactorHolderClient client(Clocks clocks) {
    return new ReactorHolderClient(
        KEY,
        tls.node()::towards,
        clocks,
        new ReactorHolderClient.Patience(Duration.ofSeconds(3), Duration.ofSeconds(1)));
  }

  private static HolderRequest request(URI adapter) {
    return new HolderRequest(
        adapter,
        TARGET,
        "application/fhir+json",
        UUID.randomUUID(),
        new HolderRequest.Claims(
            HOLDER, UUID.randomUUID(), "00ff", "jobcenter-nordhausen", "cw-001", "COC"));
  }

  private static Mono<String> read(Mono<HolderAnswer> answer) {
    return DataBufferUtils.join(answer.flatMapMany(HolderAnswer::body))
        .map(ReactorHolderClientIT::released);
  }

  private static String text(Mono<HolderAnswer> answer) {
    return read(answer).block(PATIENCE);
  }

  private static String released(DataBuffer buffer) {
    String text = buffer.toString(StandardCharsets.UTF_8);
    DataBufferUtils.release(buffer);
    return text;
  }

  private static Throwable errorOf(Mono<?> mono) {
    return Exceptions.unwrap(catchThrowable(() -> mono.block(PATIENCE)));
  }

  private static void assertFails(Mono<?> mono, HolderFailure.Kind kind) {
    assertThat(errorOf(mono))
        .isInstanceOfSatisfying(
            HolderFailure.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  private static String hash(String text) throws Exception {
    return Base64URL.encode(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)))
        .toString();
  }
}
