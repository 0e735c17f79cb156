package net.sociallook.adapter.appointment;

import net.sociallook.adapter.record.TimeRange;

/**
 * Which schedules, by the days that they cover, are wanted. A set that is empty does not filter.
 */
public record ScheduleQuery(TimeRange days, TimeRange lastUpdated) {
  public static final ScheduleQuery ALL = new ScheduleQuery(TimeRange.ALWAYS, TimeRange.ALWAYS);
}
