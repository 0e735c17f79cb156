package net.sociallook.registry.ledger.view;

import java.util.List;
import java.util.Optional;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a view is asked for, newest first.
 *
 * @param before only records with a smaller number
 * @param count at most so many
 */
record Page(long before, int count) {
  private static final int MOST = 200;

  /**
   * @throws Refused if there can be no such page
   */
  static Page of(@Nullable Long before, int count) {
    long number = before == null ? Long.MAX_VALUE : before;
    if (number < 1 || count < 1 || count > MOST) {
      throw new Refused(Problem.MALFORMED);
    }
    return new Page(number, count);
  }

  /** Where the next page begins; empty after the last. */
  Optional<Long> next(List<Access> shown) {
    return shown.size() < count ? Optional.empty() : Optional.of(shown.getLast().sequence());
  }
}
