package net.sociallook.registry.push;

import static net.sociallook.registry.push.PushKit.SERVICE;
import static net.sociallook.registry.push.PushKit.awaitReceived;
import static net.sociallook.registry.push.PushKit.awaitThat;
import static net.sociallook.registry.push.PushKit.subscribe;
import static net.sociallook.registry.push.PushKit.topics;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.push.PushKit.VapidFile;
import net.sociallook.testbed.push.Reply;
import net.sociallook.testbed.push.Subscriber;
import org.junit.jupiter.api.Test;

/** Restarts, several nodes, other keys, and news that comes in quick succession. */
class PushOverTimeIT {
  private static final VapidFile KEY = VapidFile.draw();

  private final String database = RunningRegistry.newDatabase();
  private final Subscriber browser = subscribe();

  private RunningRegistry start(Map<String, String> more, VapidFile... keys) {
    Map<String, String> properties = new HashMap<>(PushKit.properties(keys));
    properties.putAll(more);
    return RunningRegistry.start(database, properties);
  }

  private long waiting() {
    return RunningRegistry.asOwner(database)
        .sql("select count(*) from registry.push_notice")
        .query(Long.class)
        .single();
  }

  @Test
  void whatWasUnderWayWhenARegistryEndedIsToldByTheNext() {
    Map<String, String> hasty = Map.of("sociallook.registry.push.pace.patience", "2s");
    try (RunningRegistry first = start(hasty, KEY)) {
      News news = News.of(first);
      PushKit.tell(news.phone(), browser, KEY, "request").is(200);
      SERVICE.order(browser, Reply.none());
      news.request();
      awaitReceived(browser, 1);
    }
    assertThat(waiting()).isOne();
    try (RunningRegistry second = start(hasty, KEY)) {
      assertThat(second).isNotNull();
      awaitReceived(browser, 2);
      awaitThat(() -> waiting() == 0);
    }
  }

  @Test
  void twoNodesTellEachDeviceOnce() {
    try (RunningRegistry one = start(Map.of(), KEY);
        RunningRegistry two = start(Map.of(), KEY)) {
      assertThat(two).isNotNull();
      Map<News, Subscriber> all = new HashMap<>();
      IntStream.range(0, 12).forEach(n -> all.put(News.of(one), subscribe()));
      all.forEach((news, at) -> PushKit.tell(news.phone(), at, KEY, "first-look").is(200));
      all.keySet().forEach(news -> news.look(UUID.randomUUID(), "jc-001"));
      all.values().forEach(at -> awaitReceived(at, 1));
      awaitThat(() -> waiting() == 0);
      assertThat(all.values()).allSatisfy(at -> assertThat(SERVICE.receivedFor(at)).hasSize(1));
    }
  }

  @Test
  void whatComesTogetherIsToldTogetherAndOnlyWhereItIsStillWanted() {
    Map<String, String> gathering = Map.of("sociallook.registry.push.pace.gather", "10s");
    try (RunningRegistry registry = start(gathering, KEY)) {
      News news = News.of(registry);
      Subscriber off = subscribe();
      Subscriber other = subscribe();
      PushKit.tell(news.phone(), browser, KEY, "request", "first-look", "message").is(200);
      List.of(off, other).forEach(at -> PushKit.tell(news.phone(), at, KEY, "request").is(200));
      news.request();
      news.request();
      news.look(UUID.randomUUID(), "jc-001");
      news.message(UUID.randomUUID(), 201);
      PushKit.tell(news.phone(), off, KEY).is(200);
      PushKit.tell(news.phone(), other, KEY, "answer").is(200);
      awaitReceived(browser, 1);
      awaitThat(() -> waiting() == 0);
      assertThat(SERVICE.receivedFor(browser)).hasSize(1);
      assertThat(SERVICE.receivedFor(off)).isEmpty();
      assertThat(SERVICE.receivedFor(other)).isEmpty();
    }
  }

  @Test
  void whatIsTooOldIsNotTold() {
    Map<String, String> fleeting =
        Map.of(
            "sociallook.registry.push.pace.gather", "4s",
            "sociallook.registry.push.pace.expiry", "1s");
    try (RunningRegistry registry = start(fleeting, KEY)) {
      News news = News.of(registry);
      PushKit.tell(news.phone(), browser, KEY, "request").is(200);
      news.request();
      assertThat(waiting()).isOne();
      awaitThat(() -> waiting() == 0);
      assertThat(SERVICE.receivedFor(browser)).isEmpty();
    }
  }

  @Test
  void anOldKeyTellsTheDevicesThatKnowItUntilItIsTakenAway() {
    VapidFile next = VapidFile.draw();
    News news;
    try (RunningRegistry registry = start(Map.of(), KEY)) {
      news = News.of(registry);
      PushKit.tell(news.phone(), browser, KEY, "request").is(200);
    }
    try (RunningRegistry registry = start(Map.of(), next, KEY)) {
      News now = new News(registry, news.phone(), news.pseudonym());
      now.request();
      assertThat(awaitReceived(browser, 1).getFirst().header("authorization"))
          .endsWith("k=" + KEY.publicKey());
      awaitThat(() -> waiting() == 0);
    }
    try (RunningRegistry registry = start(Map.of(), next)) {
      new News(registry, news.phone(), news.pseudonym()).request();
      awaitThat(() ->
          RunningRegistry.asOwner(database)
              .sql("select max(attempts) > 1 from registry.push_notice")
              .query(Boolean.class)
              .single());
      assertThat(SERVICE.receivedFor(browser)).hasSize(1);
    }
  }

  @Test
  void withoutAKeyThePageSaysThatItIsNotOffered() {
    try (RunningRegistry registry = RunningRegistry.start(database, Map.of())) {
      News news = News.of(registry);
      assertThat(new Visitor(registry, news.phone()).open("/notices").body())
          .contains("Das gibt es hier noch nicht")
          .doesNotContain("notices.");
      PushKit.tell(news.phone(), browser, KEY, "request").isProblem(400, "malformed");
      assertThat(topics(news.phone(), browser)).isEmpty();
    }
  }
}
