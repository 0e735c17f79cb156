package net.sociallook.registry.ownaccess;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A gateway node that is of no use does not keep the page from asking the next one. */
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
  void nodeThatHangsIsPassedOverAndThenAskedLast() throws Exception {
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

  @Test
  void nodeThatBreaksOffIsPassedOver() throws Exception {
    first.behave(asked -> exchange -> exchange.close());
    assertThat(get(client(first.address(), second.address()))).isEqualTo("answered");
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
  void nobodyLeftIsSilent() throws Exception {
    second.behave(asked -> GatewayStandIn.json(503, "{}"));
    String dead = first.address();
    first.close();
    assertThat(get(client(dead, second.address()))).isEqualTo("silent");
  }

  private GatewayClient client(String... nodes) {
    Path certificate = folder.resolve("page.pem");
    Path key = folder.resolve("page.key");
    RunningRegistry.authority().issue("client-page").writePem(certificate, key);
    List<URI> addresses = Stream.of(nodes).map(URI::create).toList();
    return new GatewayClient(
        GatewayIdentity.load(certificate, key, RunningRegistry.trust()),
        new Nodes(addresses, Clock.systemUTC()));
  }

  private static String get(GatewayClient client) throws InterruptedException {
    Outcome<JsonNode> outcome = client.get(TICKET, "Goal/z-1");
    return outcome.state();
  }
}
