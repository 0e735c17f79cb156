package net.sociallook.adapter.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.appointment.Schedule;
import net.sociallook.adapter.appointment.ScheduleQuery;
import net.sociallook.adapter.appointment.Schedules;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.TimeRange;
import org.hl7.fhir.r4.model.Period;

/** The calendars of a FHIR server. One that does not say which days it covers is not shown. */
final class FhirSchedules implements Schedules {
  private final Shelf<org.hl7.fhir.r4.model.Schedule, Schedule> shelf;

  FhirSchedules(Existing existing) {
    this.shelf =
        new Shelf<>(
            existing,
            new Shape<>(
                org.hl7.fhir.r4.model.Schedule.class,
                List.of("actor"),
                false,
                schedule -> List.of(),
                FhirSchedules::schedule));
  }

  @Override
  public Page<Schedule> search(String client, ScheduleQuery query, PageRequest page) {
    return shelf.searchAll(schedule -> matches(query, schedule), page);
  }

  @Override
  public Optional<Schedule> read(String id) {
    return shelf.readAny(id);
  }

  @Override
  public boolean isReachable() {
    return shelf.isReachable();
  }

  // The days of both overlap.
  private static boolean matches(ScheduleQuery query, Schedule schedule) {
    TimeRange days = query.days();
    return days.from().map(schedule.end()::isAfter).orElse(Boolean.TRUE)
        && days.before().map(schedule.start()::isBefore).orElse(Boolean.TRUE)
        && query.lastUpdated().contains(schedule.lastUpdated());
  }

  private static Optional<Schedule> schedule(org.hl7.fhir.r4.model.Schedule resource, Frame frame) {
    Period horizon = resource.getPlanningHorizon();
    if (!horizon.hasStart() || !horizon.hasEnd()) {
      return Optional.empty();
    }
    Instant start = Moments.start(horizon.getStartElement(), frame.existing().zone());
    Instant end =
        Moments.lastDay(horizon.getEndElement(), frame.existing().zone())
            .plusDays(1)
            .atStartOfDay(frame.existing().zone())
            .toInstant();
    return Optional.of(
        new Schedule(
            Terms.id(resource),
            !resource.hasActive() || resource.getActive(),
            resource.getServiceType().stream()
                .flatMap(service -> Terms.words(service).stream())
                .findFirst()
                .orElse("Sprechzeiten"),
            frame.caseworker(resource.getActor()),
            start,
            end,
            Moments.lastUpdated(resource),
            Protection.labels(resource)));
  }
}
