package net.sociallook.adapter.jobcenter;

import static net.sociallook.testbed.adapter.Answers.ids;
import static net.sociallook.testbed.adapter.Answers.next;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import net.sociallook.testbed.adapter.Answers;
import net.sociallook.testbed.adapter.GatewayNode;
import net.sociallook.testbed.adapter.Surroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The case system's pages are turned into the gateway's, whatever happens meanwhile. */
@Timeout(120)
class PagingIT {
  private static final String SEARCH = "/fhir/Communication?patient=" + Surroundings.EMRE;
  private static final int ROWS = 600;
  private static RunningAdapter running;
  private static GatewayNode gateway;

  @BeforeAll
  static void start() {
    running = new RunningAdapter();
    gateway = running.gateway();
    for (int i = 0; i < ROWS; i++) {
      running.system.addMessage(CaseSystem.EMRE, "05.06.1999", "Text " + i);
      running.system.addMessage(CaseSystem.JONAS, "05.06.1999", "Text " + i);
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
    running.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 50, 51, 100})
  void pagesHoldEverythingOnceInTheOrderOfTheirNumbers(int size) throws Exception {
    List<String> seen = walk("&sent=1999", number -> size, number -> {});

    assertThat(seen).hasSize(ROWS).doesNotHaveDuplicates();
    assertThat(seen.stream().map(id -> Long.valueOf(id.substring("nachricht-".length()))))
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void pagesAreFullWhereThereIsEnough() throws Exception {
    String target = SEARCH + "&sent=1999&_count=100";
    JsonNode page = get(target);

    assertThat(ids(page)).hasSize(100);
    assertThat(ids(get(target + "&_page=" + next(page)))).hasSize(100);
  }

  @Test
  void samePositionGivesTheSameWithEverySize() throws Exception {
    String first = next(get(SEARCH + "&sent=1999&_count=33"));

    List<String> many = ids(get(SEARCH + "&sent=1999&_count=90&_page=" + first));
    List<String> few = ids(get(SEARCH + "&sent=1999&_count=20&_page=" + first));

    assertThat(few).hasSize(20).isEqualTo(many.subList(0, 20));
  }

  @Test
  void pagesHoldWhatStaysThoughBookmarksDieAndRowsComeAndGo() throws Exception {
    List<String> before = walk("&sent=1999", number -> 100, number -> {});
    String deleted = before.get(400);

    List<String> seen =
        walk(
            "&sent=1999",
            number -> 20 + number,
            number -> {
              if (number == 5) {
                running.system.simulation.service().nightRun(true);
                running.system.simulation.service().nightRun(false);
                running.system.addMessage(CaseSystem.EMRE, "05.06.1999", "Neu");
                delete(deleted);
              }
            });

    assertThat(seen).doesNotHaveDuplicates().hasSize(before.size() - 1).doesNotContain(deleted);
    assertThat(before).containsAll(seen);
  }

  @Test
  void searchThatFindsNothingAmongManyEnds() throws Exception {
    assertThat(walk("&sent=1998", number -> 100, number -> {})).isEmpty();
    assertThat(next(get(SEARCH + "&sent=1998"))).isEmpty();
  }

  @Test
  void slotsComeInTheOrderOfTime() throws Exception {
    List<String> starts = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = get("/fhir/Slot?start=ge2026&_count=17" + next);
      starts.addAll(page.findValuesAsString("start"));
      ids.addAll(ids(page));
      next = next(page).isEmpty() ? "" : "&_page=" + next(page);
    } while (!next.isEmpty());

    assertThat(ids).hasSize(30 * 4).doesNotHaveDuplicates();
    assertThat(starts).isSorted();
  }

  /** All ids, page by page, of sizes that change. */
  private static List<String> walk(String filter, IntUnaryOperator size, IntConsumer between)
      throws Exception {
    List<String> seen = new ArrayList<>();
    String next = "";
    int number = 0;
    do {
      String target = SEARCH + filter + "&_count=" + size.applyAsInt(number);
      JsonNode page = get(next.isEmpty() ? target : target + "&_page=" + next);
      seen.addAll(ids(page));
      next = next(page);
      between.accept(++number);
    } while (!next.isEmpty());
    return seen;
  }

  private static void delete(String id) {
    long number = Long.parseLong(id.substring("nachricht-".length()));
    ObjectNode row = running.system.stock().row("postfach", number).orElseThrow().deepCopy();
    running.system.stock().put("postfach", number, row.put("loeschkz", "1"));
  }

  private static JsonNode get(String target) throws Exception {
    return Answers.json(gateway.get(target, Surroundings.EMRE));
  }
}
