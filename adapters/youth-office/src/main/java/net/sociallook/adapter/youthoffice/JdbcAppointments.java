package net.sociallook.adapter.youthoffice;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.sociallook.adapter.appointment.Appointment;
import net.sociallook.adapter.appointment.AppointmentNotes;
import net.sociallook.adapter.appointment.AppointmentQuery;
import net.sociallook.adapter.appointment.AppointmentStatus;
import net.sociallook.adapter.appointment.Appointments;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The appointments of the case files. */
final class JdbcAppointments implements Appointments {
  private static final Codes<AppointmentStatus> STATES =
      new Codes<>(
          Map.of(
              "A", AppointmentStatus.PROPOSED,
              "V", AppointmentStatus.BOOKED,
              "E", AppointmentStatus.FULFILLED,
              "N", AppointmentStatus.NOSHOW,
              "S", AppointmentStatus.CANCELLED));

  private static final String SELECT =
      """
      select t.*, a.pers_nr, s.nachname, s.vorname, s.verzeichnis_kennung
        from termin t
        join fallakte a on a.akt_id = t.akt_id
        left join sachbearbeiter s on s.kürzel = t.kürzel
       where t.gelöscht_kz = 'N' and a.gelöscht_kz = 'N'
      """
          + " and "
          + STATES.shown("t.status_kz");

  private final Table<Appointment> table;

  JdbcAppointments(DataSource database) {
    this.table =
        new Table<>(
            database,
            new Table.Shape<>("termin-", "t.ter_id", true, SELECT, JdbcAppointments::appointment));
  }

  @Override
  public Page<Appointment> search(String client, AppointmentQuery query, PageRequest page) {
    return table.page(
        new Conditions()
            .and("a.pers_nr = ?", client)
            .any("t.status_kz", STATES.letters(query.status()))
            .within("t.beginn", query.start())
            .within("t.geändert_am", query.lastUpdated()),
        page);
  }

  @Override
  public Optional<Appointment> read(String id) {
    return table.read(id);
  }

  @Override
  public boolean isReachable() {
    return table.isReachable();
  }

  private static Appointment appointment(Row row) throws SQLException {
    AppointmentStatus status = STATES.of(row.text("status_kz"));
    Optional<String> reason =
        status == AppointmentStatus.CANCELLED ? row.maybe("absagegrund") : Optional.empty();
    return new Appointment(
        row.id("termin-", "ter_id"),
        row.text("pers_nr"),
        status,
        row.instant("beginn"),
        row.instant("ende"),
        row.text("anlass"),
        row.caseworker(),
        row.maybe("ort"),
        row.link("zeit-", "zeit_id"),
        new AppointmentNotes(reason, row.maybe("bemerkung"), row.maybe("mitzubringen")),
        row.changedAt(),
        row.labels());
  }
}
