package net.sociallook.adapter.provider.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;

/** A calendar for each caseworker: two weeks from today, one of three spans taken. */
final class Calendars {
  private static final int DAYS = 14;
  private static final List<Integer> HOURS = List.of(9, 11, 14);

  private Calendars() {}

  static List<Resource> schedules(House house) {
    List<Resource> schedules = new ArrayList<>();
    for (People.Caseworker worker : house.config().people().caseworkers()) {
      int n = schedules.size();
      Schedule schedule =
          Stamp.on(
              new Schedule(), Integer.toString(900 + n), house.today().minusDays(7), Stamp.NORMAL);
      schedule.setActive(true);
      schedule.addServiceType(new CodeableConcept().setText(house.wording().meeting(1)));
      schedule.addActor(new Reference("Practitioner/" + House.workerId(n)));
      schedule.setComment("Vertretung: " + worker.team());
      schedule
          .getPlanningHorizon()
          .setStartElement(new DateTimeType(house.today().toString()))
          .setEndElement(new DateTimeType(house.today().plusDays(DAYS - 1).toString()));
      schedules.add(schedule);
    }
    return schedules;
  }

  static List<Resource> slots(House house) {
    List<Resource> slots = new ArrayList<>();
    for (int worker = 0; worker < house.config().people().caseworkers().size(); worker++) {
      for (int day = 0; day < DAYS; day++) {
        LocalDate date = house.today().plusDays(day);
        if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
          for (int hour : HOURS) {
            slots.add(slot(house, worker, slots.size(), House.date(date, hour)));
          }
        }
      }
    }
    return slots;
  }

  private static Slot slot(House house, int worker, int n, Date start) {
    Slot slot =
        Stamp.on(
            new Slot(), Integer.toString(30_000 + n), house.today().minusDays(7), Stamp.NORMAL);
    slot.setSchedule(new Reference("Schedule/" + (900 + worker) + "/_history/1"));
    slot.setStatus(n % 3 == 2 ? Slot.SlotStatus.BUSY : Slot.SlotStatus.FREE);
    slot.setStart(start);
    slot.setEnd(new Date(start.getTime() + 45 * 60_000));
    slot.setComment(n % 3 == 2 ? "belegt durch Teilnehmer" : null);
    return slot;
  }
}
