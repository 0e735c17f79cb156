package net.sociallook.adapter.jobcenter;

import java.time.ZoneId;
import java.util.Optional;
import net.sociallook.adapter.appointment.Schedule;
import net.sociallook.adapter.appointment.ScheduleQuery;
import net.sociallook.adapter.appointment.Schedules;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.TimeRange;

/** The calendars of those who are responsible for the customer. */
final class RestSchedules implements Schedules {

  private final Collection<Schedule> schedules;

  RestSchedules(Fallwerk system, ZoneId zone) {
    this.schedules =
        new Collection<>(
            system,
            new Collection.Shape<>("kalender-", "kalender", false, RestSchedules::schedule),
            zone);
  }

  @Override
  public Page<Schedule> search(String client, ScheduleQuery query, PageRequest page) {
    return schedules.page(
        Ask.of(client),
        schedule ->
            covers(schedule, query.days()) && query.lastUpdated().contains(schedule.lastUpdated()),
        page);
  }

  @Override
  public Optional<Schedule> read(String id) {
    return schedules.read(id);
  }

  @Override
  public boolean isReachable() {
    return schedules.system().isReachable();
  }

  private static Optional<Schedule> schedule(Row row) throws IncompleteException {
    if (!row.text("aktiv").equals("J")) {
      return Optional.empty();
    }
    return Optional.of(
        new Schedule(
            "kalender-" + row.number(),
            true,
            row.text("bezeichnung"),
            row.caseworker(),
            row.day("von").atStartOfDay(row.zone()).toInstant(),
            row.day("bis").plusDays(1).atStartOfDay(row.zone()).toInstant(),
            row.changedAt(),
            Labels.NORMAL));
  }

  private static boolean covers(Schedule schedule, TimeRange days) {
    return days.from().filter(from -> !schedule.end().isAfter(from)).isEmpty()
        && days.before().filter(before -> !schedule.start().isBefore(before)).isEmpty();
  }
}
