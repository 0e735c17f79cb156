package net.sociallook.gateway.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import net.sociallook.consent.GrantId;
import net.sociallook.gateway.lease.InFlight;
import net.sociallook.gateway.lease.ManualRegistry;
import net.sociallook.gateway.lease.TokenStanding;
import net.sociallook.gateway.tls.TestTls;
import net.sociallook.testbed.Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.HttpWebHandlerAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** What a caller that reads slowly gets of an answer whose grant is withdrawn meanwhile. */
class DeliveryIT {
  private static final GrantId GRANT = new GrantId(UUID.randomUUID().toString());
  private static final TokenStanding STANDING = new TokenStanding(GRANT, 3, UUID.randomUUID(), 100);
  private static final int CHUNK = 16 * 1024;
  private static final String LAST_CHUNK = "0\r\n\r\n";

  @TempDir Path directory;

  private final ManualRegistry registry = new ManualRegistry(100);
  private final List<ByteBuf> produced = new CopyOnWriteArrayList<>();
  private DisposableServer server;

  /** How an answer ended for the caller. */
  enum End {
    RESET,
    CLEAN,
    OPEN
  }

  private record Rest(End end, int bytes) {}

  @AfterEach
  void stop() {
    server.disposeNow(Duration.ofSeconds(1));
  }

  @Test
  void aWithdrawalResetsTheConnectionAndNothingFollows() throws Exception {
    serve(HttpServer.create(), this::endless);
    try (Socket caller = slowCaller()) {
      awaitStandstill(caller);

      registry.withdraw(GRANT, 4);

      await().until(registry::everythingIsAcknowledged);
      int handedOut = produced.size();
      Rest rest = readToTheEnd(caller);
      assertThat(rest.end()).isEqualTo(End.RESET);
      // Only what the caller's own kernel had received already.
      assertThat(rest.bytes()).isLessThan(64 * 1024);
      assertThat(produced).hasSize(handedOut);
      awaitAllReleased();
    }
  }

  @Test
  void overTlsTooTheEndIsAReset() throws Exception {
    TestTls tls = new TestTls(directory);
    Identity identity = tls.authority().issue("gateway:gw-1", "localhost", "127.0.0.1");
    serve(
        HttpServer.create().secure(spec -> spec.sslContext(tls.server(identity, ClientAuth.NONE))),
        this::endless);
    SSLContext trust = Identity.anonymous(tls.authority());
    try (Socket plain = connect();
        Socket caller =
            trust.getSocketFactory().createSocket(plain, "localhost", server.port(), true)) {
      ask(caller);
      awaitStandstill(caller);

      registry.withdraw(GRANT, 4);

      await().until(registry::everythingIsAcknowledged);
      assertThat(readToTheEnd(caller).end()).isEqualTo(End.RESET);
    }
  }

  /** The control: were the answer ended as usual, this test would see it. */
  @Test
  void anAnswerThatIsMerelyEndedLooksComplete() throws Exception {
    serve(HttpServer.create(), this::endedAsUsual);
    try (Socket caller = slowCaller()) {
      awaitStandstill(caller);

      registry.withdraw(GRANT, 4);

      assertThat(readToTheEnd(caller).end()).isEqualTo(End.CLEAN);
    }
  }

  @Test
  void aDefectAfterTheBeginningResetsToo() throws Exception {
    serve(
        HttpServer.create(),
        exchange ->
            deliver(
                exchange,
                Flux.concat(chunks().take(3), Mono.error(new IllegalStateException("defect")))));
    try (Socket caller = slowCaller()) {
      assertThat(readToTheEnd(caller).end()).isEqualTo(End.RESET);
    }
  }

  @Test
  void beforeTheBeginningACutLeavesRoomForAPlainRefusal() throws Exception {
    serve(
        HttpServer.create(),
        exchange -> {
          Delivery delivery = Delivery.of(exchange);
          InFlight inFlight = registry.leases().register(STANDING, delivery::cut);
          registry.withdraw(GRANT, 4);
          return delivery
              .unlessCut(Mono.never().then())
              .onErrorResume(
                  AnswerCut.class,
                  cut -> {
                    inFlight.close();
                    exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
                    return exchange.getResponse().setComplete();
                  });
        });
    try (Socket caller = slowCaller()) {
      byte[] head = new byte[12];
      assertThat(caller.getInputStream().readNBytes(head, 0, 12)).isEqualTo(12);

      assertThat(new String(head, ISO_8859_1)).isEqualTo("HTTP/1.1 401");
      assertThat(registry.everythingIsAcknowledged()).isTrue();
    }
  }

  @Test
  void afterACutNoAnswerBegins() throws Exception {
    serve(
        HttpServer.create(),
        exchange -> {
          Delivery delivery = Delivery.of(exchange);
          delivery.cut();
          return delivery
              .write(chunks(), () -> true)
              .onErrorResume(AnswerCut.class, cut -> exchange.getResponse().setComplete());
        });
    try (Socket caller = slowCaller()) {
      await().until(() -> !produced.isEmpty());
      awaitAllReleased();
      byte[] head = new byte[9];
      caller.getInputStream().readNBytes(head, 0, 9);

      assertThat(readToTheEnd(caller).bytes()).isLessThan(CHUNK);
    }
  }

  @Test
  void anAnswerThatLivesArrivesWhole() throws Exception {
    serve(HttpServer.create(), exchange -> deliver(exchange, chunks().take(100)));
    try (Socket caller = slowCaller()) {
      Rest rest = readToTheEnd(caller);

      assertThat(rest.end()).isEqualTo(End.CLEAN);
      assertThat(rest.bytes()).isGreaterThan(100 * CHUNK);
      await().until(() -> registry.inFlight() == 0);
      awaitAllReleased();
    }
  }

  private Mono<Void> endless(ServerWebExchange exchange) {
    return deliver(exchange, chunks());
  }

  private Mono<Void> deliver(ServerWebExchange exchange, Flux<DataBuffer> body) {
    Delivery delivery = Delivery.of(exchange);
    InFlight inFlight = registry.leases().register(STANDING, delivery::cut);
    return delivery
        .unlessCut(delivery.write(body, inFlight::alive))
        .doFinally(end -> inFlight.close())
        .onErrorComplete();
  }

  private Mono<Void> endedAsUsual(ServerWebExchange exchange) {
    InFlight inFlight = registry.leases().register(STANDING, () -> {});
    Flux<DataBuffer> body =
        chunks()
            .takeWhile(chunk -> {
              boolean alive = inFlight.alive();
              if (!alive) {
                DataBufferUtils.release(chunk);
              }
              return alive;
            });
    return exchange
        .getResponse()
        .writeAndFlushWith(body.map(Flux::just))
        .doFinally(end -> inFlight.close());
  }

  private Flux<DataBuffer> chunks() {
    NettyDataBufferFactory buffers = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
    return Flux.generate(sink -> {
      ByteBuf chunk = PooledByteBufAllocator.DEFAULT.buffer(CHUNK).writeZero(CHUNK);
      produced.add(chunk);
      sink.next(buffers.wrap(chunk));
    });
  }

  private void awaitAllReleased() {
    await().until(() -> produced.stream().allMatch(chunk -> chunk.refCnt() == 0));
  }

  private void serve(HttpServer transport, WebHandler handler) {
    server =
        SmallBuffers.keepSmall(transport.host("127.0.0.1").port(0))
            .handle(new ReactorHttpHandlerAdapter(new HttpWebHandlerAdapter(handler)))
            .bindNow();
  }

  private Socket slowCaller() throws IOException {
    Socket caller = connect();
    ask(caller);
    return caller;
  }

  private Socket connect() throws IOException {
    Socket caller = new Socket();
    caller.setReceiveBufferSize(8 * 1024);
    caller.setSoTimeout(3_000);
    caller.connect(new InetSocketAddress("127.0.0.1", server.port()));
    return caller;
  }

  private static void ask(Socket caller) throws IOException {
    caller
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
    caller.getOutputStream().flush();
  }

  /** The caller reads a little and then stops; the answer comes to a standstill. */
  private void awaitStandstill(Socket caller) throws IOException {
    assertThat(caller.getInputStream().readNBytes(1_000)).hasSize(1_000);
    AtomicInteger last = new AtomicInteger();
    await()
        .pollInterval(Duration.ofMillis(300))
        .until(() -> last.getAndSet(produced.size()) == produced.size() && !produced.isEmpty());
  }

  private static Rest readToTheEnd(Socket caller) throws IOException {
    StringBuilder tail = new StringBuilder();
    byte[] part = new byte[4_096];
    int bytes = 0;
    try {
      for (int read = caller.getInputStream().read(part);
          read >= 0;
          read = caller.getInputStream().read(part)) {
        bytes += read;
        tail.append(new String(part, 0, read, ISO_8859_1));
        tail.delete(0, Math.max(0, tail.length() - LAST_CHUNK.length()));
        if (tail.toString().equals(LAST_CHUNK)) {
          return new Rest(End.CLEAN, bytes);
        }
      }
      return new Rest(End.CLEAN, bytes);
    } catch (SocketTimeoutException e) {
      return new Rest(End.OPEN, bytes);
    } catch (SocketException e) {
      return new Rest(End.RESET, bytes);
    }
  }
}
