package net.sociallook.adapter.referral;

import java.util.Set;
import net.sociallook.adapter.record.TimeRange;

/** Which tasks are wanted. A set that is empty does not filter. */
public record TaskQuery(Set<TaskStatus> status, TimeRange lastUpdated) {
  public static final TaskQuery ALL = new TaskQuery(Set.of(), TimeRange.ALWAYS);

  public TaskQuery {
    status = Set.copyOf(status);
  }
}
