package net.sociallook.adapter.youthoffice;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.sociallook.adapter.appointment.Slot;
import net.sociallook.adapter.appointment.SlotQuery;
import net.sociallook.adapter.appointment.SlotStatus;
import net.sociallook.adapter.appointment.Slots;
import net.sociallook.adapter.record.Labels;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The spans of the calendars of those caseworkers who are responsible for the client. */
final class JdbcSlots implements Slots {
  private static final Codes<SlotStatus> STATES =
      new Codes<>(
          Map.of(
              "F", SlotStatus.FREE,
              "B", SlotStatus.BUSY,
              "R", SlotStatus.BUSY_TENTATIVE,
              "G", SlotStatus.BUSY_UNAVAILABLE));

  private static final String SELECT =
      """
      select z.* from kalender_zeit z join kalender k on k.kal_id = z.kal_id
       where k.aktiv_kz = 'J'
      """
          + " and "
          + STATES.shown("z.belegt_kz");

  private final Table<Slot> table;

  JdbcSlots(DataSource database) {
    this.table =
        new Table<>(
            database, new Table.Shape<>("zeit-", "z.zeit_id", false, SELECT, JdbcSlots::slot));
  }

  @Override
  public Page<Slot> search(String client, SlotQuery query, PageRequest page) {
    Conditions conditions =
        new Conditions()
            .and(JdbcSchedules.OF_CLIENT, client)
            .any("z.belegt_kz", STATES.letters(query.status()))
            .within("z.beginn", query.start())
            .within("z.geändert_am", query.lastUpdated());
    if (!query.schedule().isEmpty()) {
      conditions.any("'kalender-' || k.kal_id", query.schedule());
    }
    return table.page(conditions, page);
  }

  @Override
  public Optional<Slot> read(String id) {
    return table.read(id);
  }

  @Override
  public boolean isReachable() {
    return table.isReachable();
  }

  private static Slot slot(Row row) throws SQLException {
    return new Slot(
        row.id("zeit-", "zeit_id"),
        row.id("kalender-", "kal_id"),
        STATES.of(row.text("belegt_kz")),
        row.instant("beginn"),
        row.instant("ende"),
        row.changedAt(),
        Labels.NORMAL);
  }
}
