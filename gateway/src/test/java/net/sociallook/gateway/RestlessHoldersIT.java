package net.sociallook.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.gateway.answer.Outcomes;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.world.AdapterStandIn;
import net.sociallook.gateway.world.Kinds;
import net.sociallook.gateway.world.Replies;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holders that send byte after byte, and ones whose data change while they are paged through. */
class RestlessHoldersIT {
  private static final String FHIR = "application/fhir+json";
  private static final String SEARCH = "/fhir/" + TokenForge.HOLDER + "/Goal";
  private static final String HEAD =
      "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[";
  private static final Pattern PAGE = Pattern.compile("[?&]_page=(\\d+)");

  private final World world = World.shared();

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

  @Test
  void dripsBeforeTheFirstEntryAreTooSlow() {
    world.adapter.behave(call -> Replies.dripping(FHIR, utf8(HEAD)));

    HttpResponse<String> response = world.get(SEARCH, token());

    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.body()).isEqualTo(new String(Outcomes.body(Refusal.HOLDER_SLOW)));
    assertThat(outcome().get("result").asString()).isEqualTo("failed");
  }

  @Test
  void dripsAfterTheFirstEntryBreakTheConnection() {
    world.adapter.behave(call -> Replies.dripping(FHIR, utf8(HEAD + entry("a") + ",")));

    assertThatThrownBy(() -> world.get(SEARCH, token())).isInstanceOf(UncheckedIOException.class);

    assertThat(outcome().get("result").asString()).isEqualTo("aborted");
    assertThat(outcome().get("releasedCount").asInt()).isEqualTo(1);
  }

  /** Something new came in front: the last of a page is the first of the next as well. */
  @Test
  void whatMovesToTheNextPageIsShownOnce() {
    pages(List.of("a", "b"), List.of("b", "c"));

    assertThat(ids(world.get(SEARCH, token()))).containsExactly("a", "b", "c");
  }

  /** Something was taken away: what moves to a page that was read is there at the next search. */
  @Test
  void whatMovesToAPageThatWasReadIsThereTheNextTime() {
    pages(List.of("a"), List.of("c"));
    assertThat(ids(world.get(SEARCH, token()))).containsExactly("a", "c");

    pages(List.of("a", "b"), List.of("c"));

    assertThat(ids(world.get(SEARCH, token()))).containsExactly("a", "b", "c");
  }

  /** What moves there and back between our own pages changes nothing in what may be seen. */
  @Test
  void pagesOfOursEndAndShowNothingElseWhileEntriesGoToAndFro() {
    world.adapter.behave(call -> {
      boolean moved = world.adapter.calls.size() % 2 == 0;
      List<String> all =
          moved ? List.of("b", Kinds.FOREIGN, "a") : List.of("a", "b", Kinds.FOREIGN);
      int at = page(call).orElse(0);
      return answer(
          List.of(all.get(at)), at + 1 < all.size() ? Optional.of(at + 1) : Optional.empty());
    });
    String token = token();
    List<String> shown = new ArrayList<>();
    Optional<String> next = Optional.of(SEARCH + "?_count=1");
    for (int pages = 0; next.isPresent(); pages++) {
      assertThat(pages).isLessThan(4);
      HttpResponse<String> response = world.get(next.get(), token);
      shown.addAll(ids(response));
      next = next(response);
    }

    assertThat(shown).isNotEmpty().isSubsetOf("a", "b");
  }

  private String token() {
    return world.forge.token(
        world.thumbprint(),
        draft -> {
          draft.detail(0).put("actions", List.of("goals-view"));
          draft.signedProvisions().getFirst().put("permission", "goals-view");
        });
  }

  private void pages(List<String> first, List<String> second) {
    world.adapter.behave(call ->
        page(call).isEmpty() ? answer(first, Optional.of(1)) : answer(second, Optional.empty()));
  }

  private static Optional<Integer> page(AdapterStandIn.Call call) {
    Matcher page = PAGE.matcher(call.target());
    return page.find() ? Optional.of(Integer.valueOf(page.group(1))) : Optional.empty();
  }

  private static AdapterStandIn.Reply answer(List<String> ids, Optional<Integer> next) {
    String entries = ids.stream().map(RestlessHoldersIT::entry).collect(Collectors.joining(","));
    String link =
        next.map(page -> ",\"link\":[{\"relation\":\"next\",\"url\":\"?_page=" + page + "\"}]")
            .orElse("");
    return Replies.of(200, FHIR, utf8(HEAD + entries + "]" + link + "}"));
  }

  private static String entry(String id) {
    String resource = Kinds.visible("Goal").replace("\"" + Kinds.VISIBLE + "\"", "\"" + id + "\"");
    String whose =
        id.equals(Kinds.FOREIGN)
            ? resource.replace(TokenForge.AT_HOLDER, "00000000000000000000000000000000")
            : resource;
    return "{\"resource\":" + whose + "}";
  }

  private static Optional<String> next(HttpResponse<String> response) {
    return JsonMapper.shared()
        .readTree(response.body())
        .path("link")
        .valueStream()
        .filter(link -> link.get("relation").asString().equals("next"))
        .map(link -> response.uri().resolve(link.get("url").asString()))
        .map(uri -> uri.getRawPath() + "?" + uri.getRawQuery())
        .findFirst();
  }

  private static List<String> ids(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return Stream.of(JsonMapper.shared().readTree(response.body()).path("entry"))
        .flatMap(JsonNode::valueStream)
        .map(entry -> entry.at("/resource/id").asString())
        .toList();
  }

  private JsonNode outcome() {
    World.await("outcome", () -> !world.registry.outcomes.isEmpty());
    return world.registry.outcomes.getFirst();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
