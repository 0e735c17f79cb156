package net.sociallook.adapter.goal;

import java.util.Set;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.TimeRange;

/** Which care plans are wanted. A set that is empty does not filter. */
public record CarePlanQuery(
    Set<CarePlanStatus> status, Set<CodeFilter> category, TimeRange lastUpdated) {
  public static final CarePlanQuery ALL = new CarePlanQuery(Set.of(), Set.of(), TimeRange.ALWAYS);

  public CarePlanQuery {
    status = Set.copyOf(status);
    category = Set.copyOf(category);
  }
}
