package net.sociallook.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.sociallook.gateway.filter.Passed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {
  private static final int CALLS = 50;

  /**
   * A holder's entries, some of them visible.
   *
   * @param most of entries that it gives at a time
   */
  private record Holder(int entries, BitSet visible, int most) {
    Passed answer(Walk.Step step) {
      int from = step.page().map(Integer::parseInt).orElse(0);
      int to = Math.min(entries, from + Math.min(most, step.entries()));
      int seen = 0;
      Passed.Span taken = new Passed.Span(0, 0);
      for (int i = from; i < to; i++) {
        if (visible.get(i)) {
          seen++;
          taken = seen <= step.wanted() ? new Passed.Span(i + 1 - from, seen) : taken;
        }
      }
      Optional<String> next = to < entries ? Optional.of("" + to) : Optional.empty();
      return new Passed(taken, new Passed.Span(to - from, seen), next);
    }
  }

  /** What a page releases, and where the next one begins. */
  private record Page(int released, Optional<String> next, int calls) {}

  private static Page page(Holder holder, Optional<String> from, int size) {
    Walk walk = new Walk(from, size, CALLS);
    int released = 0;
    int calls = 0;
    while (!walk.isDone()) {
      Passed passed = holder.answer(walk.step());
      released += passed.taken().visible();
      calls++;
      walk.made(passed);
    }
    return new Page(released, walk.next(), calls);
  }

  private static List<Page> pages(Holder holder, int size) {
    List<Page> pages = new ArrayList<>();
    Optional<String> from = Optional.empty();
    do {
      pages.add(page(holder, from, size));
      from = pages.getLast().next();
    } while (from.isPresent());
    return pages;
  }

  private static Holder random(Random random, int entries) {
    BitSet visible = new BitSet();
    double share = random.nextDouble() * random.nextDouble();
    for (int i = 0; i < entries; i++) {
      visible.set(i, random.nextDouble() < share);
    }
    return new Holder(entries, visible, 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 10, 20, 50, 99, 100})
  void everyPageIsFullButTheLastAndNoneIsEmpty(int size) {
    Random random = new Random(size);
    for (int i = 0; i < 400; i++) {
      Holder holder = random(random, random.nextInt(1001));
      int all = holder.visible().cardinality();

      List<Page> pages = pages(holder, size);

      assertThat(pages).hasSize(Math.max(1, (all + size - 1) / size));
      assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.released() == size);
      assertThat(pages.stream().mapToInt(Page::released).sum()).isEqualTo(all);
    }
  }

  @Test
  void holderThatGivesFewerThanAskedForIsAskedAgain() {
    BitSet visible = new BitSet();
    visible.set(0, 60, true);

    assertThat(pages(new Holder(60, visible, 4), 20))
        .hasSize(3)
        .allMatch(page -> page.released() == 20);
  }

  @Test
  void withNothingHiddenOneCallFillsThePageAndOneLooksAhead() {
    BitSet visible = new BitSet();
    visible.set(0, 60, true);

    assertThat(page(new Holder(60, visible, 100), Optional.empty(), 20))
        .isEqualTo(new Page(20, Optional.of("20"), 2));
  }

  @Test
  void endlessHiddenEntriesEndThePageAtTheBound() {
    Holder nothing = new Holder(1_000_000, new BitSet(), 100);

    Page page = page(nothing, Optional.empty(), 20);

    assertThat(page.calls()).isEqualTo(CALLS);
    assertThat(page.next()).isPresent();
  }

  @Test
  void holderWhosePagesChangeInBetweenIsNotFollowed() {
    Walk walk = new Walk(Optional.empty(), 1, CALLS);
    walk.made(new Passed(new Passed.Span(0, 0), new Passed.Span(1, 0), Optional.of("1")));
    walk.made(new Passed(new Passed.Span(2, 1), new Passed.Span(4, 2), Optional.of("5")));
    assertThat(walk.step()).isEqualTo(new Walk.Step(Optional.of("1"), 2, 0));
    Passed another = new Passed(new Passed.Span(0, 0), new Passed.Span(2, 2), Optional.of("3"));

    assertThatExceptionOfType(UnusableAnswer.class).isThrownBy(() -> walk.made(another));
  }
}
