package net.sociallook.adapter.jobcenter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import net.sociallook.adapter.appointment.Appointment;
import net.sociallook.adapter.appointment.AppointmentNotes;
import net.sociallook.adapter.appointment.AppointmentQuery;
import net.sociallook.adapter.appointment.AppointmentStatus;
import net.sociallook.adapter.appointment.Appointments;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The appointments of the customers. Internal ones are not shown. */
final class RestAppointments implements Appointments {
  private static final Codes<AppointmentStatus> STATES =
      new Codes<>(
          Map.of(
              "GE", AppointmentStatus.PROPOSED,
              "FE", AppointmentStatus.BOOKED,
              "WA", AppointmentStatus.FULFILLED,
              "NE", AppointmentStatus.NOSHOW,
              "AB", AppointmentStatus.CANCELLED));

  private final Collection<Appointment> appointments;

  RestAppointments(Fallwerk system, ZoneId zone) {
    this.appointments =
        new Collection<>(
            system,
            new Collection.Shape<>("termin-", "termine", true, RestAppointments::appointment),
            zone);
  }

  @Override
  public Page<Appointment> search(String client, AppointmentQuery query, PageRequest page) {
    return appointments.page(
        Ask.of(client).within(query.start(), appointments.zone()),
        appointment ->
            Codes.wants(query.status(), appointment.status())
                && query.start().contains(appointment.start())
                && query.lastUpdated().contains(appointment.lastUpdated()),
        page);
  }

  @Override
  public Optional<Appointment> read(String id) {
    return appointments.read(id);
  }

  @Override
  public boolean isReachable() {
    return appointments.system().isReachable();
  }

  private static Optional<Appointment> appointment(Row row) throws IncompleteException {
    Optional<AppointmentStatus> status = STATES.of(row.text("kz"));
    if (status.isEmpty()) {
      return Optional.empty();
    }
    Instant start = row.time("beginn");
    return Optional.of(
        new Appointment(
            "termin-" + row.number(),
            row.client(),
            status.get(),
            start,
            start.plus(row.minutes("dauer")),
            row.text("anlass"),
            row.caseworker(),
            row.maybe("ort"),
            row.link("zeitfenster-", "zeitfenster"),
            notes(row, status.get()),
            row.changedAt(),
            row.labels()));
  }

  private static AppointmentNotes notes(Row row, AppointmentStatus status) {
    return new AppointmentNotes(
        status == AppointmentStatus.CANCELLED ? row.maybe("absagegrund") : Optional.empty(),
        row.maybe("vermerk"),
        row.maybe("mitbringen"));
  }
}
