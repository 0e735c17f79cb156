package net.sociallook.adapter.youthoffice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The letters by which the case system says a state, and what they mean outside. A record in a
 * state that is not listed is not shown.
 */
record Codes<E>(Map<String, E> meanings) {
  /** The letters of the states that are wanted; of all that are shown when none in particular. */
  List<String> letters(Set<E> wanted) {
    return meanings.entrySet().stream()
        .filter(it -> wanted.isEmpty() || wanted.contains(it.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  E of(String letter) {
    return Optional.ofNullable(meanings.get(letter))
        .orElseThrow(() -> new IllegalStateException("state: not to be shown"));
  }

  /** A condition that holds for what is shown, for a column that holds the letter. */
  String shown(String column) {
    return column + " in ('" + String.join("', '", letters(Set.of())) + "')";
  }
}
