package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.ResourceType;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.Kinds;
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
import tools.jackson.databind.json.JsonMapper;

/** Holders that send what they must not, of every kind that is searched; over real TLS. */
class BadHoldersIT {
  private static final String FHIR = "application/fhir+json";
  private static final String HEAD =
      "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[";
  private static final String NEXT = "{\"relation\":\"next\",\"url\":\"?_page=GEHEIM\"}";
  private static final int MOST_CALLS = 50;

  private final World world = World.shared();

  /** What a holder makes of a good resource. */
  private record Bad(String name, Function<String, AdapterStandIn.Reply> reply) {}

  private record Case(String type, Bad bad) {
    @Override
    public String toString() {
      return type + ": " + bad.name();
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

  static Stream<Case> defective() {
    List<Bad> all =
        List.of(
            bad("a byte order mark", good -> utf8("\uFEFF" + page(good))),
            bad(
                "no UTF-8",
                good -> page(with(good, "\"GEHEIM\u00fc\"")).getBytes(StandardCharsets.ISO_8859_1)),
            bad("truncated", good -> utf8(page(good).substring(0, page(good).length() / 2))),
            bad("a member twice", good -> utf8(page(with(good, "1,\"x\":\"GEHEIM\"")))),
            bad(
                "nested 10,000 deep",
                good -> utf8(page(with(good, "[".repeat(10_000) + "]".repeat(10_000))))),
            bad(
                "an entry of 5 MB",
                good -> utf8(page(with(good, "\"" + "GEHEIM".repeat(900_000) + "\"")))),
            bad("something after the end", good -> utf8(page(good) + "{\"GEHEIM\":1}")),
            bad("two next links", good -> utf8(linked(good, NEXT + "," + NEXT))),
            bad(
                "a next link without a page",
                good -> utf8(linked(good, NEXT.replace("_page", "page")))),
            new Bad("packed", good -> packed(utf8(page(good)))),
            new Bad("a bomb", good -> packed(new byte[50_000_000])),
            new Bad(
                "of another type", good -> Replies.of(200, "application/xml", utf8(page(good)))));
    return searched().flatMap(type -> all.stream().map(bad -> new Case(type, bad)));
  }

  static Stream<String> searched() {
    return Kinds.types().stream().filter(type -> covering(type).isPresent());
  }

  @ParameterizedTest
  @MethodSource("defective")
  void whatIsDefectiveIsRefusedOrCutAndRecorded(Case one) {
    world.adapter.behave(call -> one.bad().reply().apply(Kinds.visible(one.type())));

    Optional<HttpResponse<String>> answer = search(one.type());

    JsonNode outcome = outcome();
    answer.ifPresent(response -> {
      assertThat(response.statusCode()).isEqualTo(502);
      assertThat(response.body()).doesNotContain("GEHEIM", Kinds.VISIBLE);
      assertThat(outcome.get("releasedCount").asInt()).isZero();
    });
    assertThat(outcome.get("result").asString())
        .isIn(answer.isPresent() ? List.of("failed", "refused-upstream") : List.of("aborted"));
  }

  @ParameterizedTest
  @MethodSource("searched")
  void anEntryOfAnotherTypeIsNotThere(String type) {
    String other = type.equals("Goal") ? "Slot" : "Goal";
    world.adapter.behave(call -> fhir(page(Kinds.visible(other))));

    assertThat(released(search(type).orElseThrow())).isEmpty();
    assertThat(outcome().get("withheldCount").asInt()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("searched")
  void whatIsRepeatedComesOnce(String type) {
    String good = Kinds.visible(type);
    world.adapter.behave(call -> fhir(page(good + "},{\"resource\":" + good)));

    assertThat(released(search(type).orElseThrow())).containsExactly(Kinds.VISIBLE);
  }

  /** The holder is asked for twenty and gives ten thousand: no more than a page comes out. */
  @ParameterizedTest
  @MethodSource("searched")
  void tenThousandEntriesAreNotPassedOn(String type) {
    String all =
        IntStream.range(0, 10_000)
            .mapToObj(i ->
                "{\"resource\":" + Kinds.visible(type).replace("\"x-1\"", "\"y-" + i + "\"") + "}")
            .collect(Collectors.joining(","));
    world.adapter.behave(call -> fhir(HEAD + all + "]}"));

    assertThat(search(type)).isEmpty();
    assertThat(outcome().get("result").asString()).isEqualTo("aborted");
    assertThat(outcome().get("releasedCount").asInt()).isLessThanOrEqualTo(20);
  }

  @Test
  void aPageOfAnotherHostIsAskedOfTheAdapterAlone() {
    world.adapter.behave(call ->
        fhir(
            call.target().contains("_page=")
                ? page(Kinds.visible("Goal"))
                : linked(
                    Kinds.visible("Slot"),
                    "{\"relation\":\"next\",\"url\":\"https://elsewhere.test/other?_page=2&patient=x\"}")));

    assertThat(released(search("Goal").orElseThrow())).containsExactly(Kinds.VISIBLE);
    assertThat(world.adapter.calls)
        .extracting(AdapterStandIn.Call::target)
        .allMatch(target -> target.startsWith("/fhir/Goal?"))
        .noneMatch(target -> target.contains("patient=x"));
  }

  /** Pages that lead to themselves, and ones that never end. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesThatNeverEndEndForUs(boolean same) {
    world.adapter.behave(call ->
        fhir(
            HEAD
                + "],\"link\":["
                + NEXT.replace("GEHEIM", same ? "1" : "" + world.adapter.calls.size())
                + "]}"));

    assertThat(released(search("Goal").orElseThrow())).isEmpty();
    assertThat(world.adapter.calls).hasSizeLessThanOrEqualTo(MOST_CALLS);
    assertThat(outcome().get("result").asString()).isEqualTo("completed");
  }

  /** The same entry on every page: it stands in our page once. */
  @Test
  void pagesThatRepeatTheSameEntryShowItOnce() {
    world.adapter.behave(call ->
        fhir(
            linked(
                Kinds.visible("Goal"), NEXT.replace("GEHEIM", "" + world.adapter.calls.size()))));

    assertThat(released(search("Goal").orElseThrow())).containsExactly(Kinds.VISIBLE);
  }

  /** Empty where the connection was reset. */
  private Optional<HttpResponse<String>> search(String type) {
    String permission = covering(type).orElseThrow().code();
    String token =
        world.forge.token(
            world.thumbprint(),
            draft -> {
              draft.detail(0).put("actions", List.of(permission));
              draft.signedProvisions().getFirst().put("permission", permission);
            });
    try {
      return Optional.of(world.get("/fhir/" + TokenForge.HOLDER + "/" + type, token));
    } catch (UncheckedIOException reset) {
      return Optional.empty();
    }
  }

  private JsonNode outcome() {
    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    return world.registry.outcomes.getFirst();
  }

  private static List<String> released(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return JsonMapper.shared()
        .readTree(response.body())
        .path("entry")
        .valueStream()
        .map(entry -> entry.at("/resource/id").asString())
        .toList();
  }

  private static Optional<Permission> covering(String type) {
    Operation search = new Operation(ResourceType.ofCode(type), Interaction.SEARCH);
    return Stream.of(Permission.values()).filter(one -> one.covers(search)).findFirst();
  }

  private static Bad bad(String name, Function<String, byte[]> body) {
    return new Bad(name, good -> Replies.of(200, FHIR, body.apply(good)));
  }

  private static String page(String resource) {
    return HEAD + "{\"resource\":" + resource + "}]}";
  }

  private static String linked(String resource, String links) {
    return page(resource).replace("\"entry\":", "\"link\":[" + links + "],\"entry\":");
  }

  /** With one more member. */
  private static String with(String resource, String value) {
    return resource.replaceFirst("\\{", "{\"x\":" + value + ",");
  }

  private static AdapterStandIn.Reply packed(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      Replies.of(200, FHIR, packed.toByteArray()).send(exchange);
    };
  }

  private static AdapterStandIn.Reply fhir(String body) {
    return Replies.of(200, FHIR, utf8(body));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
