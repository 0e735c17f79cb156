package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import net.sociallook.gateway.answer.Outcomes;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.world.Files;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** When a part that a decision rests on is missing, nothing passes. */
class FailsClosedIT {
  private static final String DOCUMENTS = "/fhir/" + TokenForge.HOLDER + "/DocumentReference";

  private static World world;

  @BeforeAll
  static void start() {
    world = World.start(Map.of("sociallook.gateway.limits.strangers-per-minute", "20"));
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  @BeforeEach
  void quiet() {
    world.adapter.behaveWell();
    world.adapter.calls.clear();
    world.registry.intents.clear();
    world.registry.outcomes.clear();
  }

  @Test
  void withoutLedgerThereAreNoData() {
    world.registry.ledgerDown.set(true);
    try {
      HttpResponse<String> response = world.get(DOCUMENTS, world.token());

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).isEqualTo(new String(Outcomes.body(Refusal.UNAVAILABLE)));
      assertThat(world.adapter.calls).isEmpty();
    } finally {
      world.registry.ledgerDown.set(false);
    }
  }

  @Test
  void withoutLedgerNotEvenADenialIsAnswered() {
    world.registry.ledgerDown.set(true);
    try {
      assertThat(world.get(DOCUMENTS + "?_has:a:b:c=d", world.token()).statusCode()).isEqualTo(503);
    } finally {
      world.registry.ledgerDown.set(false);
    }
  }

  @Test
  void withoutLeaseThereAreNoDataUntilThereIsOneAgain() {
    world.registry.leasesDown.set(true);
    try {
      World.await("loss", () -> world.get(DOCUMENTS, world.token()).statusCode() == 503);
      world.adapter.calls.clear();

      assertThat(world.get(DOCUMENTS, world.token()).statusCode()).isEqualTo(503);
      assertThat(world.adapter.calls).isEmpty();
      assertThat(world.managed("/actuator/health").statusCode()).isEqualTo(503);
    } finally {
      world.registry.leasesDown.set(false);
    }
    World.await("lease", () -> world.get(DOCUMENTS, world.token()).statusCode() == 200);
  }

  @Test
  void tokenOfAWithdrawnVersionIsDeadOnceTheWithdrawalIsAcknowledged() {
    TokenForge.Draft draft = world.forge.draft(world.thumbprint());
    String grant = draft.map("grant").get("id").toString();
    String token = world.forge.seal(draft);
    assertThat(world.get(DOCUMENTS, token).statusCode()).isEqualTo(200);

    long number = world.registry.withdraw(grant, 4);
    World.await("acknowledgement", () -> world.registry.acknowledged.get() >= number);
    world.registry.intents.clear();
    world.adapter.calls.clear();
    HttpResponse<String> response = world.get(DOCUMENTS, token);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(world.adapter.calls).isEmpty();
    assertThat(world.registry.intents.getFirst().get("reason").asString()).isEqualTo("token-dead");
  }

  @Test
  void runningAnswerIsCutByAWithdrawalBeforeItIsAcknowledged() throws Exception {
    TokenForge.Draft draft = world.forge.draft(world.thumbprint());
    String grant = draft.map("grant").get("id").toString();
    String token = world.forge.seal(draft);
    CountDownLatch release = new CountDownLatch(1);
    byte[] megabyte = new byte[1 << 20];
    world.adapter.behave(call ->
        call.target().startsWith("/fhir/Binary")
            ? Replies.stalling("text/plain", megabyte, release)
            : Replies.of(
                200,
                "application/fhir+json",
                Files.document(Files.VISIBLE, TokenForge.AT_HOLDER, "N")
                    .getBytes(StandardCharsets.UTF_8)));
    try (HttpClient client = client()) {
      HttpResponse<InputStream> response =
          client.send(
              world
                  .request("/fhir/" + TokenForge.HOLDER + "/Binary/" + Files.VISIBLE + "-1")
                  .header("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body().readNBytes(1000)).hasSize(1000);

      long number = world.registry.withdraw(grant, 4);
      World.await("acknowledgement", () -> world.registry.acknowledged.get() >= number);

      assertThat(brokenOff(response.body())).isTrue();
      World.await("outcome", () -> !world.registry.outcomes.isEmpty());
      JsonNode outcome = world.registry.outcomes.getFirst();
      assertThat(outcome.get("result").asString()).isEqualTo("withdrawn");
      assertThat(outcome.get("bytes").asLong()).isPositive();
    } finally {
      release.countDown();
    }
  }

  @Test
  void callerWhoGoesAwayIsRecordedAsAborted() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    world.adapter.behave(
        call -> Replies.stalling("application/fhir+json", new byte[] {'{'}, release));
    try (HttpClient client = client()) {
      var pending =
          client.sendAsync(
              world.request(DOCUMENTS).header("Authorization", "Bearer " + world.token()).build(),
              HttpResponse.BodyHandlers.ofString());
      World.await("call", () -> !world.adapter.calls.isEmpty());
      pending.cancel(true);
      client.shutdownNow();

      World.await("outcome", () -> !world.registry.outcomes.isEmpty());
      assertThat(world.registry.outcomes.getFirst().get("result").asString()).isEqualTo("aborted");
    } finally {
      release.countDown();
    }
  }

  @Test
  void strangersAreRefusedAndThenSlowedDownWithoutARecord() {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      statuses.add(
          world
              .send(
                  world.request(DOCUMENTS).header("X-Forwarded-For", "10.0.0." + i),
                  net.sociallook.testbed.Identity.anonymous(world.ca))
              .statusCode());
    }

    assertThat(statuses.getFirst()).isEqualTo(401);
    assertThat(statuses.getLast()).isEqualTo(429);
    assertThat(world.registry.intents).isEmpty();
    assertThat(world.get(DOCUMENTS, world.token()).statusCode()).isEqualTo(200);
    assertThat(world.managed("/actuator/prometheus").body())
        .contains("sociallook_gateway_strangers_refused_total");
  }

  @Test
  void revokedTokenIdsOfNobodyChangeNothing() {
    world.registry.withdraw(UUID.randomUUID().toString(), 9);

    assertThat(world.get(DOCUMENTS, world.token()).statusCode()).isEqualTo(200);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(world.jobcenter.sslContext(world.ca))
        .build();
  }

  private static boolean brokenOff(InputStream body) {
    try {
      body.readAllBytes();
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
