package net.sociallook.gateway.pipeline;

import java.util.Optional;
import net.sociallook.gateway.filter.Passed;
import org.springframework.http.HttpStatus;

/**
 * The way through a holder's pages until one page of ours is full: which page to ask for, how much
 * of it is wanted, and where our next page begins, if anything visible follows. The answer to each
 * of these is the same whether hidden entries lie between or not, save for the number of steps.
 *
 * <p>Where a page shows nothing, more is asked for the next time, so that many hidden entries take
 * few steps. Where that brings more than was missing, its beginning is asked for once more, to
 * learn the token of the place behind it.
 */
final class Walk {
  private static final int MOST_ENTRIES = 100;
  private static final int FASTER = 4;

  private final int mostSteps;
  private Optional<String> at;
  private int missing;
  private int ask;
  private int steps;
  private Optional<Passed.Span> back = Optional.empty();
  private boolean done;

  /**
   * What to ask for.
   *
   * @param page the holder's token; empty for the first page
   * @param entries how many at most
   * @param wanted how many of them may be released
   */
  record Step(Optional<String> page, int entries, int wanted) {}

  /**
   * @param from the holder's token of the place to begin at; empty for the beginning
   * @param size how many entries a page of ours has
   * @param mostSteps after so many, the page ends where it is
   */
  Walk(Optional<String> from, int size, int mostSteps) {
    this.mostSteps = mostSteps;
    at = from;
    missing = size;
    ask = size;
  }

  Step step() {
    return back.map(span -> new Step(at, span.entries(), 0))
        .orElseGet(() -> new Step(at, ask, missing));
  }

  /**
   * The step was made.
   *
   * @throws UnusableAnswer if the holder gave more than it was asked for, or its pages changed
   */
  void made(Passed passed) {
    steps++;
    missing -= passed.taken().visible();
    if (back.isPresent()) {
      goBack(back.get(), passed);
    } else if (passed.beyond() == 0) {
      goOn(passed);
    } else if (passed.taken().visible() > 0) {
      back = Optional.of(passed.taken());
    } else {
      // more is visible here, and our page is full: the next one begins here
      done = true;
    }
  }

  boolean isBegun() {
    return steps > 0;
  }

  boolean isDone() {
    return done;
  }

  /** The holder's token of the place where our next page begins, if there is one; when done. */
  Optional<String> next() {
    return at;
  }

  private void goOn(Passed passed) {
    boolean nothing = passed.whole().visible() == 0;
    ask = Math.max(Math.max(1, missing), nothing ? Math.min(MOST_ENTRIES, FASTER * ask) : 1);
    at = passed.next();
    done = at.isEmpty() || steps >= mostSteps;
  }

  /** Up to the last entry that was taken; between the two calls it may not have moved. */
  private void goBack(Passed.Span way, Passed passed) {
    Passed.Span left = way.without(passed.whole());
    boolean moved =
        left.entries() < 0
            || left.visible() < 0
            || (left.entries() == 0 && left.visible() > 0)
            || passed.whole().entries() == 0
            || passed.next().isEmpty();
    if (moved) {
      throw new UnusableAnswer(HttpStatus.OK.value());
    }
    at = passed.next();
    back = Optional.of(left);
    done = left.entries() == 0;
  }
}
