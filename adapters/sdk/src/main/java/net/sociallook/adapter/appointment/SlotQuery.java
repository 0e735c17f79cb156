package net.sociallook.adapter.appointment;

import java.util.Set;
import net.sociallook.adapter.record.TimeRange;

/** Which slots are wanted. A set that is empty does not filter. */
public record SlotQuery(
    Set<String> schedule, Set<SlotStatus> status, TimeRange start, TimeRange lastUpdated) {
  public static final SlotQuery ALL =
      new SlotQuery(Set.of(), Set.of(), TimeRange.ALWAYS, TimeRange.ALWAYS);

  public SlotQuery {
    schedule = Set.copyOf(schedule);
    status = Set.copyOf(status);
  }
}
