package net.sociallook.adapter.youthoffice;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import net.sociallook.adapter.appointment.Schedule;
import net.sociallook.adapter.appointment.ScheduleQuery;
import net.sociallook.adapter.appointment.Schedules;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The calendars of those caseworkers who are responsible for the client. */
final class JdbcSchedules implements Schedules {
  /** Of the calendars {@code k} those that may be offered to one client. */
  static final String OF_CLIENT =
      "exists (select 1 from fallakte a where a.zuständig = k.kürzel and a.gelöscht_kz = 'N'"
          + " and a.pers_nr = ?)";

  private static final String SELECT =
      """
      select k.*, s.nachname, s.vorname, s.verzeichnis_kennung
        from kalender k join sachbearbeiter s on s.kürzel = k.kürzel
       where k.aktiv_kz = 'J'\
      """;

  private final Table<Schedule> table;
  private final ZoneId zone;

  /**
   * @param zone in which the case system's dates are meant
   */
  JdbcSchedules(DataSource database, ZoneId zone) {
    this.zone = zone;
    this.table =
        new Table<>(
            database, new Table.Shape<>("kalender-", "k.kal_id", true, SELECT, this::schedule));
  }

  @Override
  public Page<Schedule> search(String client, ScheduleQuery query, PageRequest page) {
    Conditions conditions =
        new Conditions().and(OF_CLIENT, client).within("k.geändert_am", query.lastUpdated());
    query
        .days()
        .from()
        .ifPresent(from -> conditions.and("k.gültig_bis >= ?", from.atZone(zone).toLocalDate()));
    query
        .days()
        .before()
        .ifPresent(before -> conditions.and("k.gültig_von < ?", Conditions.firstDay(before, zone)));
    return table.page(conditions, page);
  }

  @Override
  public Optional<Schedule> read(String id) {
    return table.read(id);
  }

  @Override
  public boolean isReachable() {
    return table.isReachable();
  }

  private Schedule schedule(Row row) throws SQLException {
    return new Schedule(
        row.id("kalender-", "kal_id"),
        true,
        row.text("bezeichnung"),
        row.caseworker(),
        row.day("gültig_von").atStartOfDay(zone).toInstant(),
        row.day("gültig_bis").plusDays(1).atStartOfDay(zone).toInstant(),
        row.changedAt(),
        Labels.NORMAL);
  }
}
