package net.sociallook.gateway.upstream;

import static net.sociallook.gateway.upstream.Calls.ADMITTED;
import static net.sociallook.gateway.upstream.Calls.HOLDER;
import static net.sociallook.gateway.upstream.Calls.PATIENCE;
import static net.sociallook.gateway.upstream.Calls.assertFails;
import static net.sociallook.gateway.upstream.Calls.client;
import static net.sociallook.gateway.upstream.Calls.read;
import static net.sociallook.gateway.upstream.Calls.request;
import static net.sociallook.gateway.upstream.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.Unpooled;
import io.netty.handler.ssl.ClientAuth;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.sociallook.gateway.lease.Clocks;
import net.sociallook.gateway.lease.Refused;
import net.sociallook.gateway.tls.TestTls;
import net.sociallook.testbed.CertificateAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What comes back from the adapter, or does not. */
class HolderAnswersIT {
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
    client = client(tls, Clocks.system());
  }

  @AfterEach
  void stop() {
    client.close();
    adapter.close();
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

  /** Never silent for as long as the patience lasts, and never done. */
  @Test
  void aBodyThatDripsIsTimedOut() {
    adapter.answer(response ->
        response
            .status(200)
            .send(
                Flux.interval(Duration.ofMillis(50)).map(i -> Unpooled.wrappedBuffer(new byte[1])),
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
}
