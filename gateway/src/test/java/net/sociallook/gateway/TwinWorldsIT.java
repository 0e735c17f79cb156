package net.sociallook.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.gateway.world.TokenForge;
import net.sociallook.gateway.world.TwinHolder;
import net.sociallook.gateway.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A search is answered with the same bytes whether the holder has hidden documents or not. */
class TwinWorldsIT {
  private static final String DOCUMENTS = "/fhir/" + TokenForge.HOLDER + "/DocumentReference";
  private static final String HOST = "localhost";
  private static final String FOREIGN = "00000000000000000000000000000000";
  private static final String ONLY = "akte-einzig";
  private static final List<String> SIZES =
      List.of("", "_count=1", "_count=2", "_count=3", "_count=5", "_count=20", "_count=100");
  private static final List<String> FILTERS =
      List.of("", "status=current", "status=superseded", "status=current,superseded");
  private static final List<String> STATES = List.of("current", "superseded");
  private static final Pattern CURSOR = Pattern.compile("_cursor=([A-Za-z0-9._-]+)");
  private static final int MOST_CALLS = 50;

  /** A search, and two holders that differ in hidden documents alone. */
  private record Twins(String query, TwinHolder without, TwinHolder with, List<String> visible) {}

  private World world = World.shared();

  @AfterEach
  void quiet() {
    World.shared().adapter.behaveWell();
  }

  @Test
  void hiddenDocumentsLeaveNoTraceInAnyPage() {
    compare(300, world.forge.token(world.thumbprint(), TwinWorldsIT::block), seed -> true);
  }

  @Test
  void documentsOutsideANarrowedGrantLeaveNoTrace() {
    compare(60, world.forge.token(world.thumbprint(), TwinWorldsIT::narrow), seed -> false);
  }

  @Test
  void partsInWhichAnAnswerIsSentShowNothingEither() throws IOException {
    String token = world.forge.token(world.thumbprint(), TwinWorldsIT::block);
    for (int seed = 0; seed < 40; seed++) {
      Twins twins = twins(new Random(seed), true);
      world.adapter.behave(twins.without()::answer);
      String without = onTheWire(token, twins.query());
      world.adapter.behave(twins.with()::answer);
      assertThat(onTheWire(token, twins.query())).as("search %d", seed).isEqualTo(without);
    }
  }

  /** The first page with the sizes of its chunks. */
  private String onTheWire(String token, String query) throws IOException {
    try (Socket socket =
        world.jobcenter.sslContext(world.ca).getSocketFactory().createSocket(HOST, world.port())) {
      String head =
          "GET %s?%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n";
      byte[] request = head.formatted(DOCUMENTS, query, HOST, token).getBytes(UTF_8);
      socket.getOutputStream().write(request);
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("chunked");
      return opaqueByLength(answer).replaceFirst("(?i)X-Request-Id: [0-9a-f-]+", "");
    }
  }

  @Test
  void gatewayThatDoesNotFillItsPagesIsFoundOut() {
    world = World.start(Map.of("sociallook.gateway.limits.calls-per-search", "1"));
    try {
      String token = world.forge.token(world.thumbprint(), TwinWorldsIT::block);

      assertThatThrownBy(() -> compare(300, token, seed -> true))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("pages of search");
    } finally {
      world.close();
    }
  }

  private void compare(int searches, String token, IntPredicate several) {
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(world.jobcenter.sslContext(world.ca))
            .build()) {
      for (int seed = 0; seed < searches; seed++) {
        Twins twins = twins(new Random(seed), several.test(seed));
        List<String> without = pages(client, token, twins.query(), twins.without());
        List<String> with = pages(client, token, twins.query(), twins.with());
        assertThat(with).as("pages of search %d: %s", seed, twins.query()).isEqualTo(without);
        String all = String.join("", with);
        assertThat(twins.visible()).as("search %d", seed).allMatch(id -> all.contains(quoted(id)));
      }
    }
  }

  private static String quoted(String id) {
    return "\"id\":\"" + id + "\"";
  }

  /** All pages, from the first to the last, without what is opaque in them. */
  private List<String> pages(HttpClient client, String token, String query, TwinHolder holder) {
    world.adapter.behave(holder::answer);
    List<String> pages = new ArrayList<>();
    String next = query.isEmpty() ? DOCUMENTS : DOCUMENTS + "?" + query;
    while (!next.isEmpty()) {
      world.adapter.calls.clear();
      HttpResponse<String> page = send(client, token, next);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(world.adapter.calls).hasSizeLessThanOrEqualTo(MOST_CALLS);
      pages.add(World.headersWithoutRequestId(page) + opaqueByLength(page.body()));
      int link = page.body().indexOf("\"relation\":\"next\"");
      Matcher cursor = CURSOR.matcher(page.body());
      next = link > 0 && cursor.find(link) ? DOCUMENTS + "?" + cursor.group() : "";
    }
    return pages;
  }

  private static String opaqueByLength(String body) {
    return CURSOR.matcher(body).replaceAll(cursor -> "cursor of " + cursor.group(1).length());
  }

  private HttpResponse<String> send(HttpClient client, String token, String path) {
    try {
      HttpResponse<String> response =
          client.send(
              world.request(path).header("Authorization", "Bearer " + token).build(),
              HttpResponse.BodyHandlers.ofString());
      World.check(response);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Twins twins(Random random, boolean several) {
    String filter = FILTERS.get(random.nextInt(FILTERS.size()));
    List<TwinHolder.Document> without = new ArrayList<>();
    List<String> visible = new ArrayList<>();
    for (int i = 0; i < (several ? random.nextInt(13) : random.nextInt(2)); i++) {
      String status = STATES.get(random.nextInt(2));
      String id = several ? "akte-17-" + i : ONLY;
      without.add(TwinHolder.Document.of(id, status, TokenForge.AT_HOLDER, "N"));
      if (filter.isEmpty() || filter.contains(status)) {
        visible.add(id);
      }
    }
    List<TwinHolder.Document> with = new ArrayList<>(without);
    int hidden = random.nextInt(8) == 0 ? 300 : random.nextInt(30);
    for (int i = 0; i < hidden; i++) {
      // one place twice as likely as any other makes long runs of them
      int place = random.nextBoolean() ? with.size() / 2 : random.nextInt(with.size() + 1);
      with.add(place, hidden(i, several ? random.nextInt(5) : 5, STATES.get(random.nextInt(2))));
    }
    String size = SIZES.get(random.nextInt(SIZES.size()));
    String query = filter + (filter.isEmpty() || size.isEmpty() ? "" : "&") + size;
    int most = random.nextBoolean() ? 100 : 1 + random.nextInt(30);
    return new Twins(
        query, new TwinHolder(without, 100), new TwinHolder(with, most + hidden / 8), visible);
  }

  private static TwinHolder.Document hidden(int number, int kind, String status) {
    String id = "geheim-" + number;
    return switch (kind) {
      case 0 -> TwinHolder.Document.of(id, status, TokenForge.AT_HOLDER, "R");
      case 1 -> TwinHolder.Document.of(id, status, FOREIGN, "N");
      case 2 -> TwinHolder.Document.of(id, status, TokenForge.AT_HOLDER, "UNBEKANNT");
      case 3 -> TwinHolder.Document.of("gesperrt", status, TokenForge.AT_HOLDER, "N");
      case 4 -> new TwinHolder.Document(status, "{\"resourceType\":\"Patient\",\"id\":\"x\"}");
      default -> TwinHolder.Document.of(id, status, TokenForge.AT_HOLDER, "N");
    };
  }

  private static void block(TokenForge.Draft draft) {
    Map<String, Object> document =
        Map.of("kind", "document", "holder", TokenForge.HOLDER, "document", "gesperrt");
    draft.routing.put("blocks", List.of(document));
  }

  private static void narrow(TokenForge.Draft draft) {
    draft.detail(0).put("document", ONLY);
    draft.signedProvisions().getFirst().put("document", ONLY);
  }
}
