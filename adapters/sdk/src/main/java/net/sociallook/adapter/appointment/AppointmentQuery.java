package net.sociallook.adapter.appointment;

import java.util.Set;
import net.sociallook.adapter.record.TimeRange;

/** Which appointments are wanted. A set that is empty does not filter. */
public record AppointmentQuery(
    Set<AppointmentStatus> status, TimeRange start, TimeRange lastUpdated) {
  public static final AppointmentQuery ALL =
      new AppointmentQuery(Set.of(), TimeRange.ALWAYS, TimeRange.ALWAYS);

  public AppointmentQuery {
    status = Set.copyOf(status);
  }
}
