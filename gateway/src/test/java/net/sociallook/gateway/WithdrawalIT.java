package net.sociallook.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.Files;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a caller sees of a withdrawal, or of a lost lease, while its answer is under way. */
class WithdrawalIT {
  private static final String DOCUMENTS = "/fhir/" + TokenForge.HOLDER + "/DocumentReference";
  private static final String BINARY =
      "/fhir/" + TokenForge.HOLDER + "/Binary/" + Files.VISIBLE + "-1";

  private static World world;

  @BeforeAll
  static void start() {
    world = World.start(Map.of("sociallook.gateway.limits.answer-timeout", "10s"));
  }

  @BeforeEach
  void quiet() {
    world.registry.ledgerDown.set(false);
    world.registry.leasesDown.set(false);
    World.await("lease", WithdrawalIT::healthy);
    world.adapter.behaveWell();
    world.adapter.calls.clear();
    world.registry.intents.clear();
    world.registry.outcomes.clear();
  }

  @Test
  void anAnswerUnderWayIsResetBeforeTheWithdrawalIsAcknowledged() throws Exception {
    TokenForge.Draft draft = world.forge.draft(world.thumbprint());
    AtomicLong sent = new AtomicLong();
    world.adapter.behave(call -> isBinary(call) ? endless(sent) : Files.answer(call));
    try (Socket caller = slowCaller(world.forge.seal(draft))) {
      assertThat(caller.getInputStream().readNBytes(2_000))
          .asString(ISO_8859_1)
          .startsWith("HTTP/1.1 200");
      awaitStandstill(sent);

      withdraw(draft);

      assertThat(catchThrowable(() -> readAll(caller.getInputStream())))
          .isInstanceOf(SocketException.class);
    }
    JsonNode outcome = outcome();
    assertThat(outcome.get("result").asString()).isEqualTo("withdrawn");
    assertThat(outcome.get("status").asInt()).isEqualTo(200);
  }

  @Test
  void aRequestThatWaitsForTheHolderIsRefusedAtOnce() throws Exception {
    TokenForge.Draft draft = world.forge.draft(world.thumbprint());
    CountDownLatch never = new CountDownLatch(1);
    world.adapter.behave(call -> Replies.stalling("application/fhir+json", new byte[0], never));
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> world.get(DOCUMENTS, world.forge.seal(draft)));
    World.await("call", () -> !world.adapter.calls.isEmpty());

    withdraw(draft);

    World.await("refusal", answer::isDone);
    assertThat(answer.get().statusCode()).isEqualTo(401);
    assertThat(outcome().get("result").asString()).isEqualTo("withdrawn");
    never.countDown();
  }

  @Test
  void anAnswerUnderWayIsResetWhenTheLeaseIsLost() throws Exception {
    AtomicLong sent = new AtomicLong();
    world.adapter.behave(call -> isBinary(call) ? endless(sent) : Files.answer(call));
    try (Socket caller = slowCaller(world.token())) {
      assertThat(caller.getInputStream().readNBytes(2_000))
          .asString(ISO_8859_1)
          .startsWith("HTTP/1.1 200");
      awaitStandstill(sent);

      world.registry.leasesDown.set(true);
      World.await("loss", () -> !healthy());

      assertThat(catchThrowable(() -> readAll(caller.getInputStream())))
          .isInstanceOf(SocketException.class);
    }
  }

  private static boolean healthy() {
    return world.managed("/actuator/health").statusCode() == 200;
  }

  /** Withdraws the grant of a token; on return the node has acknowledged it. */
  private static void withdraw(TokenForge.Draft draft) {
    long number = world.registry.withdraw(draft.map("grant").get("id").toString(), 4);
    World.await("acknowledgement", () -> world.registry.acknowledged.get() >= number);
  }

  private static JsonNode outcome() {
    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    return world.registry.outcomes.getLast();
  }

  private static boolean isBinary(AdapterStandIn.Call call) {
    return call.target().startsWith("/fhir/Binary/");
  }

  private static AdapterStandIn.Reply endless(AtomicLong sent) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.sendResponseHeaders(200, 0);
      byte[] part = new byte[16 * 1024];
      while (true) {
        exchange.getResponseBody().write(part);
        sent.addAndGet(part.length);
      }
    };
  }

  /** The answer fills all buffers between the adapter and a caller that does not read. */
  private static void awaitStandstill(AtomicLong sent) {
    AtomicLong before = new AtomicLong(-1);
    AtomicLong since = new AtomicLong(System.nanoTime());
    World.await(
        "standstill",
        () -> {
          if (before.getAndSet(sent.get()) != sent.get()) {
            since.set(System.nanoTime());
          }
          return System.nanoTime() - since.get() > Duration.ofMillis(500).toNanos();
        });
  }

  private static Socket slowCaller(String token) throws IOException {
    Socket plain = new Socket();
    plain.setReceiveBufferSize(8 * 1024);
    plain.setSoTimeout(10_000);
    plain.connect(new InetSocketAddress("localhost", world.port()));
    Socket caller =
        world
            .jobcenter
            .sslContext(world.ca)
            .getSocketFactory()
            .createSocket(plain, "localhost", world.port(), true);
    String request =
        "GET "
            + BINARY
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
    caller.getOutputStream().write(request.getBytes(ISO_8859_1));
    caller.getOutputStream().flush();
    return caller;
  }

  private static void readAll(InputStream in) throws IOException {
    byte[] part = new byte[8 * 1024];
    while (in.read(part) >= 0) {
      // Only the end matters.
    }
  }
}
