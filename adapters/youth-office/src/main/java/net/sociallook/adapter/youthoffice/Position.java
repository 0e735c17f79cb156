package net.sociallook.adapter.youthoffice;

import java.time.LocalDate;
import java.util.List;

/** A place in the order of a search: newest first, then by case file and number. */
record Position(LocalDate date, DocumentKey key) {
  /**
   * @param text what {@link #text} gave
   */
  static Position parse(String text) {
    List<String> parts = List.of(text.split("/", 2));
    return new Position(
        LocalDate.parse(parts.getFirst()), DocumentKey.parse(parts.getLast()).orElseThrow());
  }

  String text() {
    return date + "/" + key.id();
  }
}
