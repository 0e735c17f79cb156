package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.sociallook.gateway.answer.Outcomes;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.Files;
import net.sociallook.gateway.world.OwnTokenForge;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A holder that does not keep a kind says so; one that only says something like it has failed. */
class KindNotKeptIT {
  private static final String BASE = "/fhir/" + TokenForge.HOLDER + "/";
  private static final String SEARCH = BASE + "DocumentReference";
  private static final String READ = SEARCH + "/" + Files.VISIBLE;
  private static final String FILE = BASE + "Binary/" + Files.VISIBLE + "-1";
  private static final String FHIR = "application/fhir+json";
  private static final String ISSUE =
      "{\"severity\":\"error\",\"code\":\"not-supported\",\"diagnostics\":\"GEHEIM\"}";
  private static final String NOT_KEPT = outcome(ISSUE);

  private final World world = World.shared();

  /** An answer that does not say it as it has to be said. */
  private record HalfSaid(String name, AdapterStandIn.Reply reply) {
    static HalfSaid of(String name, int status, String body) {
      return new HalfSaid(name, fhir(status, body));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeEach
  void quiet() {
    world.adapter.calls.clear();
    world.registry.intents.clear();
    world.registry.outcomes.clear();
  }

  @AfterEach
  void behaveWell() {
    world.adapter.behaveWell();
  }

  @ParameterizedTest
  @ValueSource(strings = {SEARCH, READ, FILE, SEARCH + "?status=current"})
  void whatTheHolderDoesNotKeepIsSaidOnceAndAlikeToAllAndRecorded(String path) {
    world.adapter.behave(call -> fhir(404, NOT_KEPT));

    HttpResponse<String> toRecipient = world.get(path, world.token());
    int calls = world.adapter.calls.size();
    HttpResponse<String> toHer = world.getOwn(path, own());

    assertThat(List.of(toRecipient, toHer))
        .allSatisfy(response -> {
          assertThat(response.statusCode()).isEqualTo(404);
          assertThat(response.body()).isEqualTo(body(Refusal.KIND_NOT_KEPT));
        });
    assertThat(World.headersWithoutRequestId(toHer))
        .isEqualTo(World.headersWithoutRequestId(toRecipient))
        .doesNotContain("GEHEIM");
    assertThat(calls).isEqualTo(1);
    World.await("outcomes", () -> world.registry.outcomes.size() == 2);
    assertThat(world.registry.outcomes)
        .allSatisfy(outcome -> assertOutcome(outcome, "completed", 404));
  }

  static Stream<HalfSaid> halfSaid() {
    return Stream.of(
        HalfSaid.of("another issue", 404, NOT_KEPT.replace("not-supported", "not-found")),
        HalfSaid.of("two issues", 404, outcome(ISSUE + "," + ISSUE.replace("supported", "found"))),
        HalfSaid.of("no issue", 404, outcome("")),
        HalfSaid.of("no outcome", 404, NOT_KEPT.replace("OperationOutcome", "Bundle")),
        HalfSaid.of("issue of another form", 404, NOT_KEPT.replace("[", "").replace("]", "")),
        HalfSaid.of("too long", 404, NOT_KEPT + " ".repeat(9_000)),
        HalfSaid.of("something after it", 404, NOT_KEPT + "{}"),
        HalfSaid.of("no word", 404, ""),
        HalfSaid.of("gone", 410, NOT_KEPT),
        new HalfSaid("a page", Replies.of(404, "text/html", utf8(NOT_KEPT))),
        new HalfSaid("cut off", Replies.cutOff(404, FHIR, utf8(NOT_KEPT))));
  }

  @ParameterizedTest
  @MethodSource("halfSaid")
  void searchThatIsAnsweredOtherwiseHasFailed(HalfSaid one) {
    world.adapter.behave(call -> one.reply());

    HttpResponse<String> response = world.get(SEARCH, world.token());

    assertThat(response.body()).isEqualTo(body(Refusal.HOLDER_FAILED));
    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    assertOutcome(world.registry.outcomes.getFirst(), "refused-upstream", 502);
  }

  @ParameterizedTest
  @MethodSource("halfSaid")
  void readingThatIsAnsweredOtherwiseFindsNothing(HalfSaid one) {
    world.adapter.behave(call -> one.reply());

    assertThat(world.get(READ, world.token()).body()).isEqualTo(body(Refusal.NOT_FOUND));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 500})
  void otherStatusesSayNothingOfIt(int status) {
    world.adapter.behave(call -> fhir(status, NOT_KEPT));

    for (String path : List.of(SEARCH, READ)) {
      assertThat(world.get(path, world.token()).body()).doesNotContain("kind-not-kept", "GEHEIM");
    }
  }

  @Test
  void holderThatGaveAPageOfWhatItSaysItDoesNotKeepHasFailed() {
    String first =
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\","
            + "\"link\":[{\"relation\":\"next\",\"url\":\"?_page=2\"}]}";
    world.adapter.behave(
        call -> call.target().contains("_page=") ? fhir(404, NOT_KEPT) : fhir(200, first));

    assertThat(world.get(SEARCH, world.token()).body()).isEqualTo(body(Refusal.HOLDER_FAILED));
  }

  @Test
  void fileOfADocumentThatIsThereIsMissingWhateverIsSaidOfFiles() {
    String document = Files.document(Files.VISIBLE, TokenForge.AT_HOLDER, "N");
    world.adapter.behave(call ->
        call.target().startsWith("/fhir/Binary") ? fhir(404, NOT_KEPT) : fhir(200, document));

    assertThat(world.get(FILE, world.token()).body()).isEqualTo(body(Refusal.NOT_FOUND));
  }

  private String own() {
    return OwnTokenForge.token(world.forge, World.thumbprint(world.page));
  }

  private static void assertOutcome(JsonNode outcome, String result, int status) {
    assertThat(outcome.get("result").asString()).isEqualTo(result);
    assertThat(outcome.get("status").asInt()).isEqualTo(status);
    assertThat(outcome.get("releasedCount").asInt()).isZero();
    assertThat(outcome.get("withheldCount").asInt()).isZero();
    assertThat(outcome.get("bytes").asLong()).isZero();
  }

  private static String outcome(String issues) {
    return "{\"resourceType\":\"OperationOutcome\",\"issue\":[" + issues + "]}";
  }

  private static String body(Refusal refusal) {
    return new String(Outcomes.body(refusal), StandardCharsets.UTF_8);
  }

  private static AdapterStandIn.Reply fhir(int status, String body) {
    return Replies.of(status, FHIR, utf8(body));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
