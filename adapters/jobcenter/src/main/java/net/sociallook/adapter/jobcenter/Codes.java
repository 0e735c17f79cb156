package net.sociallook.adapter.jobcenter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.CodeFilter;

/**
 * The codes by which the case system says a state, and what they mean outside. A record in a state
 * that is not listed is not shown.
 */
record Codes<E>(Map<String, E> meanings) {
  Optional<E> of(String code) {
    return Optional.ofNullable(meanings.get(code));
  }

  /** Whether a value is among those that are wanted; none in particular means all. */
  static <E> boolean wants(Set<E> wanted, E value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  /** Whether one of the filters matches one of the codes; no filter means all. */
  static boolean matches(Set<CodeFilter> filters, List<Code> codes) {
    return filters.isEmpty()
        || codes.stream().anyMatch(code -> filters.stream().anyMatch(it -> it.matches(code)));
  }
}
