package net.sociallook.adapter.goal;

import java.util.Set;
import net.sociallook.adapter.record.TimeRange;

/** Which goals are wanted. A set that is empty does not filter. */
public record GoalQuery(Set<GoalStatus> status, TimeRange due, TimeRange lastUpdated) {
  public static final GoalQuery ALL = new GoalQuery(Set.of(), TimeRange.ALWAYS, TimeRange.ALWAYS);

  public GoalQuery {
    status = Set.copyOf(status);
  }
}
