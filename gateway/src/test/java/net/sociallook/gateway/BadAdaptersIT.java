package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import net.sociallook.gateway.answer.Outcomes;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.Files;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A holder that misbehaves is answered for: 502, 504 or 404, and never in its own words. */
class BadAdaptersIT {
  private static final String BASE = "/fhir/" + TokenForge.HOLDER;
  private static final String SEARCH = BASE + "/DocumentReference";
  private static final String READ = SEARCH + "/" + Files.VISIBLE;
  private static final String FHIR = "application/fhir+json";
  private static final String NEXT = "\"link\":[{\"relation\":\"next\",\"url\":\"?_page=2\"}]";
  private static final String GOOD = Files.document(Files.VISIBLE, TokenForge.AT_HOLDER, "N");
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  private final World world = World.shared();

  private record Case(
      String name, String path, Refusal refusal, String result, AdapterStandIn.Reply reply) {
    @Override
    public String toString() {
      return name + " → " + refusal.status();
    }
  }

  @BeforeEach
  void quiet() {
    world.adapter.calls.clear();
    world.registry.intents.clear();
    world.registry.outcomes.clear();
  }

  static Stream<Case> badAnswers() {
    return Stream.concat(
        Stream.of(SEARCH, READ).flatMap(BadAdaptersIT::unusable),
        Stream.of(
            answer("no search", SEARCH, Refusal.HOLDER_FAILED, "refused-upstream", 404, "{}"),
            answer("no resource", READ, Refusal.NOT_FOUND, "completed", 404, "{}"),
            answer("gone", READ, Refusal.NOT_FOUND, "completed", 410, "{}"),
            answer("Patient", READ, Refusal.NOT_FOUND, "completed", 200, foreignPatient()),
            answer(
                "another document",
                READ,
                Refusal.HOLDER_FAILED,
                "failed",
                200,
                Files.document("akte-1", TokenForge.AT_HOLDER, "N")),
            answer(
                "another client",
                READ,
                Refusal.NOT_FOUND,
                "completed",
                200,
                Files.document(Files.VISIBLE, "00000000000000000000000000000000", "N")),
            answer("no Bundle", SEARCH, Refusal.HOLDER_FAILED, "failed", 200, GOOD),
            answer(
                "cut before the first entry",
                SEARCH,
                Refusal.HOLDER_FAILED,
                "failed",
                200,
                "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[{\"resource\":{")));
  }

  private static Stream<Case> unusable(String path) {
    Refusal failed = Refusal.HOLDER_FAILED;
    return Stream.of(
        answer("500", path, failed, "refused-upstream", 500, "{\"GEHEIM\":1}"),
        answer("401", path, failed, "refused-upstream", 401, "{\"GEHEIM\":1}"),
        answer("201", path, failed, "refused-upstream", 201, GOOD),
        answer("rubbish", path, failed, "failed", 200, "GEHEIM"),
        answer("nothing", path, failed, "failed", 200, ""),
        answer("duplicate member", path, failed, "failed", 200, "{\"a\":1,\"a\":2}"),
        reply("HTML", path, "refused-upstream", Replies.of(200, "text/html", bytes("<h1>GEHEIM"))),
        reply(
            "302",
            path,
            "failed",
            exchange -> {
              exchange.getResponseHeaders().set("Location", "https://localhost:1/GEHEIM");
              exchange.sendResponseHeaders(302, -1);
            }),
        reply(
            "connection closed",
            path,
            "failed",
            exchange -> {
              throw new IOException("GEHEIM");
            }),
        reply("cut off", path, "failed", Replies.cutOff(200, FHIR, bytes("{"))),
        new Case(
            "slow",
            path,
            Refusal.HOLDER_SLOW,
            "failed",
            Replies.stalling(FHIR, bytes("{"), NEVER)));
  }

  @ParameterizedTest
  @MethodSource("badAnswers")
  void badAnswerIsRefusedInOurWordsAndRecorded(Case bad) {
    world.adapter.behave(call -> bad.reply());

    HttpResponse<String> response = world.get(bad.path(), world.token());

    assertThat(response.statusCode()).isEqualTo(bad.refusal().status());
    assertThat(response.body()).isEqualTo(new String(Outcomes.body(bad.refusal())));
    assertThat(response.headers().map().toString()).doesNotContain("GEHEIM");
    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    JsonNode outcome = world.registry.outcomes.getFirst();
    assertThat(outcome.get("result").asString()).isEqualTo(bad.result());
    assertThat(outcome.get("status").asInt()).isEqualTo(bad.refusal().status());
    assertThat(outcome.get("releasedCount").asInt()).isZero();
    assertThat(outcome.get("bytes").asLong()).isZero();
  }

  @Test
  void defectAfterTheFirstEntryBreaksTheConnectionAndIsRecordedAsAborted() {
    // longer than one buffer, so that entries are out before the defect is seen
    String entries = ("{\"resource\":" + GOOD + "},").repeat(200);
    String start = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entries;
    world.adapter.behave(call -> Replies.of(200, FHIR, bytes(start + "{\"resource\":GEHEIM")));

    assertThatThrownBy(() -> world.get(SEARCH, world.token()))
        .isInstanceOf(UncheckedIOException.class);

    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    JsonNode outcome = world.registry.outcomes.getFirst();
    assertThat(outcome.get("result").asString()).isEqualTo("aborted");
    assertThat(outcome.get("releasedCount").asInt()).isPositive();
  }

  @Test
  void defectOfALaterPageBreaksTheConnectionAndIsRecordedAsAborted() {
    String first = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + NEXT + ",\"entry\":[";
    world.adapter.behave(call ->
        Replies.of(
            200,
            FHIR,
            bytes(
                call.target().contains("_page=")
                    ? "{}"
                    : first + "{\"resource\":" + GOOD + "}]}")));

    assertThatThrownBy(() -> world.get(SEARCH, world.token()))
        .isInstanceOf(UncheckedIOException.class);

    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    JsonNode outcome = world.registry.outcomes.getFirst();
    assertThat(outcome.get("result").asString()).isEqualTo("aborted");
    assertThat(outcome.get("releasedCount").asInt()).isEqualTo(1);
  }

  @Test
  void defectOfALaterPageBeforeAnythingIsReleasedIsRefused() {
    String first = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + NEXT + "}";
    world.adapter.behave(
        call -> Replies.of(200, FHIR, bytes(call.target().contains("_page=") ? "{}" : first)));

    HttpResponse<String> response = world.get(SEARCH, world.token());

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).isEqualTo(new String(Outcomes.body(Refusal.HOLDER_FAILED)));
  }

  @Test
  void stallAfterTheFirstEntryBreaksTheConnectionAndIsRecordedAsAborted() {
    String entry = "{\"resource\":" + GOOD + "}";
    String start = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[" + entry + ",";
    world.adapter.behave(call -> Replies.stalling(FHIR, bytes(start), NEVER));

    assertThatThrownBy(() -> world.get(SEARCH, world.token()))
        .isInstanceOf(UncheckedIOException.class);

    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    JsonNode outcome = world.registry.outcomes.getFirst();
    assertThat(outcome.get("result").asString()).isEqualTo("aborted");
    assertThat(outcome.get("status").asInt()).isEqualTo(200);
    assertThat(outcome.get("bytes").asLong()).isPositive();
  }

  @Test
  void fileOfAnotherTypeThanItsDocumentStatesIsRefused() {
    world.adapter.behave(call ->
        call.target().startsWith("/fhir/Binary")
            ? Replies.of(200, "text/html", bytes("GEHEIM"))
            : Replies.of(200, FHIR, bytes(GOOD)));

    HttpResponse<String> response =
        world.get(BASE + "/Binary/" + Files.VISIBLE + "-1", world.token());

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).isEqualTo(new String(Outcomes.body(Refusal.HOLDER_FAILED)));
  }

  @Test
  void attachmentThatTheDocumentDoesNotNameIsNotThere() {
    world.adapter.behaveWell();

    HttpResponse<String> response =
        world.get(BASE + "/Binary/" + Files.VISIBLE + "-2", world.token());

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(world.adapter.calls).hasSize(1);
  }

  private static String foreignPatient() {
    return "{\"resourceType\":\"Patient\",\"id\":\"" + Files.VISIBLE + "\"}";
  }

  private static Case reply(String name, String path, String result, AdapterStandIn.Reply reply) {
    return new Case(name, path, Refusal.HOLDER_FAILED, result, reply);
  }

  private static Case answer(
      String name, String path, Refusal refusal, String result, int status, String body) {
    return new Case(name, path, refusal, result, Replies.of(status, FHIR, bytes(body)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
