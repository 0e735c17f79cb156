package net.sociallook.registry.ownaccess;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A gateway node that cannot be asked does not keep the page from asking the next one; one that was
 * asked does, since each question is a line of the client's log.
 */
class GatewayClientIT {
  private static final Ticket TICKET =
      new Ticket(new InstitutionId("youth-office-nordhausen"), "0".repeat(32), "token");
  private static final String GOAL = "{\"resourceType\":\"Goal\",\"id\":\"z-1\"}";

  @TempDir private Path folder;
  private final GatewayStandIn first = new GatewayStandIn();
  private final GatewayStandIn second = new GatewayStandIn();

  @BeforeEach
  void answer() {
    first.behave(asked -> GatewayStandIn.json(200, GOAL));
    second.behave(asked -> GatewayStandIn.json(200, GOAL));
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void firstNodeThatServesIsAskedAlone() throws Exception {
    assertThat(get(client(first.address(), second.address()))).isEqualTo("answered");
    assertThat(first.asked).hasSize(1);
    assertThat(second.asked).isEmpty();
  }

  @Test
  void deadFirstNodeIsPassedOver() throws Exception {
    String dead = first.address();
    first.close();
    assertThat(get(client(dead, second.address()))).isEqualTo("answered");
  }

  @Test
  void nodeThatTakesNoConnectionIsPassedOverAndThenAskedLast() throws Exception {
    try (ServerSocket hanging = new ServerSocket(0, 8, InetAddress.getByName("localhost"))) {
      GatewayClient client =
          client("https://localhost:" + hanging.getLocalPort(), second.address(), first.address());
      assertThat(get(client)).isEqualTo("answered");
      assertThat(get(client)).isEqualTo("answered");
      assertThat(second.asked).hasSize(2);
    }
  }

  @Test
  void nodeWithoutALeaseIsPassedOver() throws Exception {
    first.behave(asked -> GatewayStandIn.json(503, "{}"));
    GatewayClient client = client(first.address(), second.address());
    assertThat(get(client)).isEqualTo("answered");
    assertThat(get(client)).isEqualTo("answered");
    assertThat(first.asked).hasSize(1);
  }

  /** Longer than a page has ever waited before it asked a second node. */
  @Test
  void slowNodeIsWaitedForAndNobodyElseIsAsked() throws Exception {
    Executor later = CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS);
    first.behave(asked ->
        exchange -> {
          CompletableFuture.runAsync(() -> {}, later).join();
          GatewayStandIn.json(200, GOAL).send(exchange);
        });
    assertThat(get(client(first.address(), second.address()))).isEqualTo("answered");
    assertThat(first.asked).hasSize(1);
    assertThat(second.asked).isEmpty();
  }

  @Test
  void nodeThatWasAskedAndSaysNothingIsSilentAndTheNextQuestionGoesToAnother() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    first.behave(asked -> exchange -> awaited(over));
    GatewayClient client = client(Duration.ofSeconds(1), first.address(), second.address());
    assertThat(get(client)).isEqualTo("silent");
    assertThat(first.asked).hasSize(1);
    assertThat(second.asked).isEmpty();
    assertThat(get(client)).isEqualTo("answered");
    assertThat(first.asked).hasSize(1);
    assertThat(second.asked).hasSize(1);
    over.countDown();
  }

  /** It may have written it down. The JDK itself asks the same node once more. */
  @Test
  void afterANodeThatBreaksOffNoOtherIsAsked() throws Exception {
    first.behave(asked -> exchange -> exchange.close());
    assertThat(get(client(first.address(), second.address()))).isEqualTo("silent");
    assertThat(first.asked).hasSizeBetween(1, 2);
    assertThat(second.asked).isEmpty();
  }

  @Test
  void whatAServingNodeSaysIsNotAskedOfAnother() throws Exception {
    for (int status : new int[] {404, 504}) {
      first.behave(asked -> GatewayStandIn.json(status, "{}"));
      assertThat(get(client(first.address(), second.address())))
          .isEqualTo(status == 404 ? "refused" : "silent");
    }
    assertThat(second.asked).isEmpty();
  }

  @Test
  void whatTheHolderDoesNotKeepIsNoRefusal() throws Exception {
    first.behave(asked -> GatewayStandIn.notKept());
    assertThat(get(client(first.address(), second.address()))).isEqualTo("not-kept");
    assertThat(second.asked).isEmpty();
  }

  @Test
  void otherWordsDoNotSayThatItIsNotKept() throws Exception {
    String said = GatewayStandIn.refusal("kind-not-kept");
    for (String other :
        List.of(
            GatewayStandIn.refusal("not-found"),
            said.replace("sociallook.net", "elsewhere.test"),
            said + " ".repeat(5_000),
            said.substring(0, 150),
            "[]",
            "")) {
      first.behave(asked -> GatewayStandIn.json(404, other));
      assertThat(get(client(first.address()))).as(other).isEqualTo("refused");
    }
    first.behave(asked -> GatewayStandIn.json(403, said));
    assertThat(get(client(first.address()))).isEqualTo("refused");
  }

  @Test
  void nobodyLeftIsSilent() throws Exception {
    second.behave(asked -> GatewayStandIn.json(503, "{}"));
    String dead = first.address();
    first.close();
    assertThat(get(client(dead, second.address()))).isEqualTo("silent");
  }

  private static void awaited(CountDownLatch over) {
    try {
      over.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private GatewayClient client(String... nodes) {
    return client(GatewayClient.ANSWER_WITHIN, nodes);
  }

  private GatewayClient client(Duration within, String... nodes) {
    Path certificate = folder.resolve("page.pem");
    Path key = folder.resolve("page.key");
    RunningRegistry.authority().issue("client-page").writePem(certificate, key);
    List<URI> addresses = Stream.of(nodes).map(URI::create).toList();
    return new GatewayClient(
        GatewayIdentity.load(certificate, key, RunningRegistry.trust()),
        new Nodes(addresses, Clock.systemUTC()),
        within);
  }

  private static String get(GatewayClient client) throws InterruptedException {
    Outcome<JsonNode> outcome = client.get(TICKET, "Goal/z-1");
    return outcome.state();
  }
}
