package net.sociallook.adapter.search;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.Coded;
import net.sociallook.adapter.record.TimeRange;

/**
 * What a search filters by, understood. A parameter that was not sent does not filter.
 *
 * @param codes codes and ids by the parameter's name
 * @param times spans by the parameter's name
 */
public record Filters(Map<String, Set<CodeFilter>> codes, Map<String, TimeRange> times) {
  public Filters {
    codes = Map.copyOf(codes);
    times = Map.copyOf(times);
  }

  public Set<CodeFilter> codes(String name) {
    return codes.getOrDefault(name, Set.of());
  }

  /** The values of a {@link ValueForm.Choice}. */
  public <E extends Coded> Set<E> choice(String name, E[] values) {
    Set<String> wanted = ids(name);
    return Arrays.stream(values)
        .filter(value -> wanted.contains(value.code()))
        .collect(Collectors.toSet());
  }

  /** The values of a {@link ValueForm.Reference}, without type. */
  public Set<String> ids(String name) {
    return codes(name).stream().map(CodeFilter::code).collect(Collectors.toSet());
  }

  public TimeRange times(String name) {
    return times.getOrDefault(name, TimeRange.ALWAYS);
  }

  public TimeRange lastUpdated() {
    return times("_lastUpdated");
  }
}
