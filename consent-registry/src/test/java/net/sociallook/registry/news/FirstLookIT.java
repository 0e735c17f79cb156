package net.sociallook.registry.news;

import static net.sociallook.registry.push.PushKit.awaitReceived;
import static net.sociallook.registry.push.PushKit.subscribe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.push.News;
import net.sociallook.registry.push.PushKit;
import net.sociallook.registry.push.PushKit.VapidFile;
import net.sociallook.testbed.push.Subscriber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** From the ledger to the device and to the start page. */
class FirstLookIT {
  private static final VapidFile KEY = VapidFile.draw();
  private static final RunningRegistry REGISTRY = RunningRegistry.start(PushKit.properties(KEY));

  private final News news = News.of(REGISTRY);
  private final Subscriber browser = subscribe();
  private final UUID grant = UUID.randomUUID();

  @AfterAll
  static void stop() {
    REGISTRY.close();
  }

  private void tell(String... topics) {
    PushKit.tell(news.phone(), browser, KEY, topics).is(200);
  }

  /** Waits until all of the ledger is read, and nothing is left to be told. */
  private static void settle() {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() ->
            REGISTRY
                .asOwner()
                .sql(
                    """
                    select (select max(sequence) from registry.ledger_record)
                      = (select position from registry.ledger_reader)
                      and not exists (select from registry.push_notice)\
                    """)
                .query(Boolean.class)
                .single());
  }

  private String start() {
    return new Visitor(REGISTRY, news.phone()).open("/").body();
  }

  @Test
  void firstLookIsToldOnceForEachPerson() {
    tell("first-look");
    news.look(grant, "jc-001");
    awaitReceived(browser, 1);
    news.look(grant, "jc-001");
    settle();
    assertThat(PushKit.SERVICE.receivedFor(browser)).hasSize(1);
    news.look(grant, "jc-002");
    settle();
    assertThat(PushKit.SERVICE.receivedFor(browser)).hasSize(2);
    news.look(UUID.randomUUID(), "jc-001");
    settle();
    assertThat(PushKit.SERVICE.receivedFor(browser)).hasSize(3);
  }

  @Test
  void wherePeopleSawNothingNobodyLooked() {
    tell("first-look", "message");
    news.emptySearch(grant, "jc-001");
    news.message(grant, 403);
    settle();
    assertThat(PushKit.SERVICE.receivedFor(browser)).isEmpty();
    assertThat(start()).doesNotContain("Zum ersten Mal angesehen");
    news.look(grant, "jc-001");
    awaitReceived(browser, 1);
  }

  @Test
  void messageIsTold() {
    tell("message");
    news.look(grant, "jc-001");
    news.message(grant, 201);
    awaitReceived(browser, 1);
    settle();
    assertThat(PushKit.SERVICE.receivedFor(browser)).hasSize(1);
  }

  @Test
  void startPageShowsFirstLooksForOneVisitAndLeadsToTheLog() {
    String line = news.look(grant, "jc-001");
    news.look(grant, "jc-001");
    settle();
    for (String page : List.of(start(), start())) {
      assertThat(page)
          .containsOnlyOnce("Zum ersten Mal angesehen:")
          .contains("Weber, Anna, Fallmanagerin", "href=\"/log/" + line + "\"");
    }
    assertThat(new Visitor(REGISTRY, news.phone()).open("/log/" + line).status()).isEqualTo(200);
    news.phone().signIn().is(201);
    assertThat(start()).doesNotContain("Zum ersten Mal angesehen");
  }

  @Test
  void firstLookThatIsReadLateIsShownAtTheNextVisit() {
    start();
    news.phone().signIn().is(201);
    news.look(grant, "jc-001");
    settle();
    assertThat(start()).contains("Zum ersten Mal angesehen");
  }
}
