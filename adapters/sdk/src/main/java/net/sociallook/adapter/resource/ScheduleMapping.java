package net.sociallook.adapter.resource;

import java.util.Date;
import net.sociallook.adapter.appointment.Schedule;
import net.sociallook.adapter.appointment.ScheduleQuery;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Schedules as Schedules. */
final class ScheduleMapping {
  static final Mapping<Schedule, ScheduleQuery> MAPPING =
      new Mapping<>(ResourceKind.SCHEDULE, ScheduleMapping::query, ScheduleMapping::resource);

  private ScheduleMapping() {}

  private static ScheduleQuery query(Filters filters) {
    return new ScheduleQuery(filters.times("date"), filters.lastUpdated());
  }

  // The service stands first: what remains when the person is left out must still have an actor.
  private static org.hl7.fhir.r4.model.Schedule resource(Schedule schedule, Subject subject) {
    org.hl7.fhir.r4.model.Schedule resource =
        new org.hl7.fhir.r4.model.Schedule()
            .setActive(schedule.active())
            .addActor(new Reference().setType("HealthcareService").setDisplay(schedule.service()))
            .setPlanningHorizon(
                new Period()
                    .setStart(Date.from(schedule.start()))
                    .setEnd(Date.from(schedule.end())));
    schedule.caseworker().map(Terms::author).ifPresent(resource::addActor);
    return resource;
  }
}
