package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.Files;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.TwinHolder;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a right request with a right token gets. */
class GatewayIT {
  private static final String DOCUMENTS = "/fhir/" + TokenForge.HOLDER + "/DocumentReference";

  private final World world = World.shared();

  @BeforeEach
  void quiet() {
    world.adapter.behaveWell();
    world.adapter.calls.clear();
    world.registry.intents.clear();
    world.registry.outcomes.clear();
  }

  @Test
  void searchReleasesWhatTheGrantCoversAndNoTraceOfTheRest() {
    HttpResponse<String> response =
        world.get(DOCUMENTS + "?status=current&_count=5", world.token());

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode bundle = JsonMapper.shared().readTree(response.body());
    assertThat(bundle.get("entry")).hasSize(1);
    JsonNode document = bundle.get("entry").get(0).get("resource");
    assertThat(document.get("id").asString()).isEqualTo(Files.VISIBLE);
    assertThat(document.at("/subject/reference").asString())
        .isEqualTo("Patient/" + TokenForge.AT_RECIPIENT);
    assertThat(response.body())
        .doesNotContain(Files.SECRET, TokenForge.AT_HOLDER, "total", "_page");
    AdapterStandIn.Call call = world.adapter.calls.getFirst();
    assertThat(call.target())
        .isEqualTo(
            "/fhir/DocumentReference?patient=" + TokenForge.AT_HOLDER + "&status=current&_count=5");
    assertThat(call.assertion().get("patient").asString()).isEqualTo(TokenForge.AT_HOLDER);
  }

  @Test
  void theLedgerHoldsTheDecisionAndItsOutcome() {
    world.get(DOCUMENTS, world.token());

    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    JsonNode intent = world.registry.intents.getFirst();
    JsonNode outcome = world.registry.outcomes.getFirst();
    assertThat(world.registry.intents).hasSize(1);
    assertThat(intent.get("decision").asString()).isEqualTo("permit");
    assertThat(intent.get("interaction").asString()).isEqualTo("search");
    assertThat(intent.get("caseworker").asString()).isEqualTo("cw-001");
    assertThat(intent.get("permissions").get(0).asString()).isEqualTo("documents-read");
    assertThat(outcome.get("intent").asString()).isEqualTo(intent.get("id").asString());
    assertThat(outcome.get("result").asString()).isEqualTo("completed");
    assertThat(outcome.get("status").asInt()).isEqualTo(200);
    assertThat(outcome.get("releasedCount").asInt()).isEqualTo(1);
    assertThat(outcome.get("withheldCount").asInt()).isEqualTo(3);
    assertThat(outcome.at("/released/0/id").asString()).isEqualTo(Files.VISIBLE);
    assertThat(outcome.get("bytes").asLong()).isPositive();
  }

  @Test
  void decisionIsDurableBeforeTheHolderIsAsked() {
    AtomicInteger durable = new AtomicInteger(-1);
    world.adapter.behave(call -> {
      durable.set(world.registry.intents.size());
      return Replies.of(404, "application/fhir+json", new byte[0]);
    });

    world.get(DOCUMENTS + "/" + Files.VISIBLE, world.token());

    assertThat(durable).hasValue(1);
  }

  @Test
  void assertionNamesTheLedgerRecordItRestsOn() {
    world.get(DOCUMENTS, world.token());

    JsonNode assertion = world.adapter.calls.getFirst().assertion();
    assertThat(assertion.get("ledger").asString())
        .isEqualTo(world.registry.intents.getFirst().get("id").asString());
    assertThat(assertion.get("caseworker").asString()).isEqualTo("cw-001");
  }

  @Test
  void holderIsAskedUntilThePageIsFullEachTimeWithAnAssertionOfItsOwn() {
    world.get(DOCUMENTS, world.token());

    assertThat(world.adapter.calls.stream().map(AdapterStandIn.Call::target))
        .containsExactly(
            "/fhir/DocumentReference?patient=" + TokenForge.AT_HOLDER + "&_count=20",
            "/fhir/DocumentReference?patient=" + TokenForge.AT_HOLDER + "&_count=19&_page=zwei");
    assertThat(world.adapter.calls.stream().map(call -> call.assertion().get("jti")))
        .doesNotHaveDuplicates();
    assertThat(world.registry.intents).hasSize(1);
  }

  @Test
  void nextLinkIsOursAndLeadsToTheNextPage() {
    String token = world.token();
    String next = nextOfTwo(token);

    HttpResponse<String> second = world.get(next, token);

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).contains("\"akte-2\"").doesNotContain("\"akte-1\"", "\"next\"");
    assertThat(world.adapter.calls.getLast().target()).contains("&_page=");
  }

  @Test
  void cursorOfAnotherGrantIsNotUnderstood() {
    String next = nextOfTwo(world.token());
    world.adapter.calls.clear();

    HttpResponse<String> response = world.get(next, world.token());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(world.adapter.calls).isEmpty();
  }

  /** The path of the next link of the first of two pages. */
  private String nextOfTwo(String token) {
    List<TwinHolder.Document> two =
        Stream.of("akte-1", "akte-2")
            .map(id -> TwinHolder.Document.of(id, "current", TokenForge.AT_HOLDER, "N"))
            .toList();
    world.adapter.behave(new TwinHolder(two, 100)::answer);
    JsonNode bundle =
        JsonMapper.shared().readTree(world.get(DOCUMENTS + "?_count=1", token).body());
    assertThat(bundle.at("/link/1/relation").asString()).isEqualTo("next");
    String next = bundle.at("/link/1/url").asString();
    assertThat(next).startsWith(TokenForge.AUDIENCE + "/" + TokenForge.HOLDER);
    return next.substring(TokenForge.AUDIENCE.length() - "/fhir".length());
  }

  @Test
  void searchByFormIsTheSameSearch() {
    HttpResponse<String> response =
        world.send(
            world
                .request(DOCUMENTS + "/_search")
                .header("Authorization", "Bearer " + world.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString("status=current&patient=" + TokenForge.AT_RECIPIENT)));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(world.adapter.calls.getFirst().target())
        .isEqualTo(
            "/fhir/DocumentReference?patient="
                + TokenForge.AT_HOLDER
                + "&status=current&_count=20");
  }

  @Test
  void documentIsReadWithTheRecipientsOwnPseudonym() {
    HttpResponse<String> response = world.get(DOCUMENTS + "/" + Files.VISIBLE, world.token());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains(TokenForge.AT_RECIPIENT)
        .doesNotContain(TokenForge.AT_HOLDER);
  }

  @Test
  void hiddenForeignAndAbsentDocumentsGiveTheSameAnswer() {
    List<HttpResponse<String>> answers =
        List.of(Files.SECRET, Files.FOREIGN, "gibt-es-nicht").stream()
            .map(id -> world.get(DOCUMENTS + "/" + id, world.token()))
            .toList();

    assertThat(answers).allMatch(answer -> answer.statusCode() == 404);
    assertThat(world.adapter.calls).hasSameSizeAs(answers);
    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(answers.stream().map(World::headersWithoutRequestId).distinct()).hasSize(1);
  }

  @Test
  void binaryIsStreamedAsTheFileThatItsDocumentStates() {
    HttpResponse<String> response =
        world.get("/fhir/" + TokenForge.HOLDER + "/Binary/" + Files.VISIBLE + "-1", world.token());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(new String(Files.LETTER));
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain");
    assertThat(response.headers().firstValue("Content-Disposition")).hasValue("attachment");
    assertThat(world.adapter.calls.stream().map(AdapterStandIn.Call::target))
        .containsExactly(
            "/fhir/DocumentReference/" + Files.VISIBLE, "/fhir/Binary/" + Files.VISIBLE + "-1");
    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    assertThat(world.registry.intents).hasSize(1);
    assertThat(world.registry.outcomes.getFirst().at("/released/0/type").asString())
        .isEqualTo("Binary");
  }

  @Test
  void binaryOfAHiddenDocumentIsNeverAskedFor() {
    HttpResponse<String> response =
        world.get("/fhir/" + TokenForge.HOLDER + "/Binary/" + Files.SECRET + "-1", world.token());

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(world.adapter.calls.stream().map(AdapterStandIn.Call::target))
        .containsExactly("/fhir/DocumentReference/" + Files.SECRET);
  }

  @Test
  void blockedClientLooksLikeOneWithoutDocuments() {
    String blocked =
        world.forge.token(
            world.thumbprint(),
            draft -> draft.routing.put("blocks", List.of(Map.of("kind", "everything"))));

    HttpResponse<String> search = world.get(DOCUMENTS, blocked);
    HttpResponse<String> read = world.get(DOCUMENTS + "/" + Files.VISIBLE, blocked);

    assertThat(search.statusCode()).isEqualTo(200);
    assertThat(read.statusCode()).isEqualTo(404);
    assertThat(world.adapter.calls).isEmpty();
    assertThat(world.registry.intents)
        .hasSize(2)
        .allMatch(intent -> intent.get("reason").asString().equals("blocked"));
  }
}
