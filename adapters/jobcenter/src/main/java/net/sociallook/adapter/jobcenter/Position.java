package net.sociallook.adapter.jobcenter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the order of a search.
 *
 * @param last the number of the last row that was looked at; empty at the beginning
 * @param mark the case system's bookmark of the page on which the next row was; empty for its first
 */
record Position(Optional<Long> last, Optional<String> mark) {
  static final Position START = new Position(Optional.empty(), Optional.empty());
  static final Pattern MARK = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  /**
   * @param text what {@link #text} gave
   */
  static Position parse(String text) {
    List<String> parts = List.of(text.split("/", 2));
    return new Position(
        Optional.of(parts.getFirst()).filter(it -> !it.isEmpty()).map(Long::valueOf),
        Optional.of(parts.getLast()).filter(it -> !it.isEmpty()));
  }

  String text() {
    return last.map(String::valueOf).orElse("") + "/" + mark.orElse("");
  }

  Position after(long number) {
    return new Position(Optional.of(number), mark);
  }

  Position on(Optional<String> otherMark) {
    return new Position(last, otherMark);
  }
}
