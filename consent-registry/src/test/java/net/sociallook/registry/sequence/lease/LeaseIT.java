package net.sociallook.registry.sequence.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.sequence.lease.GatewayNode.Answer;
import net.sociallook.registry.web.Port;
import net.sociallook.testbed.OpenApiContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Joining, renewing and acknowledging over HTTP, and what is refused. */
class LeaseIT {
  private final TimedRegistry timed = TimedRegistry.shared();
  private final GatewayNode node = timed.node("gw-1");

  @BeforeEach
  void letEarlierLeasesRunOut() {
    timed.letEverythingRunOut();
  }

  @Test
  void renewedLeaseLivesOn() throws Exception {
    String lease = node.join().path("lease").asString();
    for (int i = 0; i < 6; i++) {
      timed.advance(500);
      Answer renewed = node.renew(lease, timed.current());
      assertThat(renewed.status()).isEqualTo(200);
      assertThat(renewed.json().path("leaseMillis").asInt()).isEqualTo(2_000);
    }
  }

  @Test
  void leaseThatRanOutIsNotRenewed() throws Exception {
    String lease = node.join().path("lease").asString();
    timed.advance(2_000);
    Answer refused = node.renew(lease, timed.current());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("lease-ended");
  }

  @Test
  void nodeThatLeavesAnEntryUnacknowledgedIsNotRenewed() throws Exception {
    JsonNode joined = node.join();
    String lease = joined.path("lease").asString();
    timed.withdraw();
    timed.advance(499);
    assertThat(node.renew(lease, joined.path("sequence").asLong()).status()).isEqualTo(200);
    timed.advance(1);
    Answer refused = node.renew(lease, joined.path("sequence").asLong());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("entry-unacknowledged");
  }

  @Test
  void newEpochEndsEveryLease() throws Exception {
    String lease = node.join().path("lease").asString();
    timed.process(LeaseTerms.STANDARD);
    Answer refused = node.renew(lease, timed.current());
    assertThat(refused.status()).isEqualTo(409);
    assertThat(node.join().path("epoch").asLong()).isEqualTo(timed.leases().epoch());
  }

  @Test
  void joiningNodeIsToldWhatWasTakenBack() throws Exception {
    UUID grant = UUID.randomUUID();
    long number = timed.withdraw(grant);
    JsonNode joined = node.join();
    assertThat(joined.path("sequence").asLong()).isEqualTo(number);
    JsonNode last = joined.path("entries").get(joined.path("entries").size() - 1);
    assertThat(last.path("kind").asString()).isEqualTo("grant");
    assertThat(last.path("grant").asString()).isEqualTo(grant.toString());
    assertThat(last.path("lowestLiveVersion").asInt()).isEqualTo(4);
  }

  @Test
  void keyIsPublishedWhileTheLeaseLivesAndShortlyAfter() throws Exception {
    GatewayNode signer = timed.node("gw-signer");
    assertThat(publishedKeyIds()).noneMatch(id -> id.startsWith("gw-signer-"));
    signer.join();
    assertThat(publishedKeyIds()).anyMatch(id -> id.startsWith("gw-signer-"));
    timed.letEverythingRunOut();
    assertThat(publishedKeyIds()).anyMatch(id -> id.startsWith("gw-signer-"));
  }

  @Test
  void keyIdOfAnotherNodeIsRefused() throws Exception {
    String key = GatewayNode.publicKey("shared");
    GatewayNode other = timed.node("gw-2");
    assertThat(node.post("/leases", node.joinMessage(key)).status()).isEqualTo(201);
    Answer refused = other.post("/leases", other.joinMessage(key));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("key-id-in-use");
  }

  @Test
  void nodeCannotJoinUnderAnotherName() throws Exception {
    GatewayNode other = timed.node("gw-2");
    Answer refused =
        node.post("/leases", other.joinMessage(GatewayNode.publicKey("k-" + UUID.randomUUID())));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("wrong-node");
  }

  @Test
  void leaseOfAnotherNodeIsRefused() throws Exception {
    String lease = node.join().path("lease").asString();
    GatewayNode other = timed.node("gw-2");
    assertThat(other.renew(lease, timed.current()).problem()).isEqualTo("foreign-lease");
    assertThat(other.acknowledge(lease, timed.current()).problem()).isEqualTo("foreign-lease");
    assertThat(other.withdrawals(lease, "0").statusCode()).isEqualTo(403);
  }

  @Test
  void numbersGoForwardAndNotAheadOfTheSequence() throws Exception {
    String lease = node.join().path("lease").asString();
    long number = timed.withdraw();
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

  private List<String> publishedKeyIds() throws Exception {
    String path = "/.well-known/gateway-jwks.json";
    HttpResponse<String> response =
        RunningRegistry.anonymous()
            .send(
                HttpRequest.newBuilder(timed.registry().uri(Port.INSTITUTIONS, path)).build(),
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
