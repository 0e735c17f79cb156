package net.sociallook.adapter.youthoffice;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import net.sociallook.adapter.goal.Goal;
import net.sociallook.adapter.goal.GoalAchievement;
import net.sociallook.adapter.goal.GoalQuery;
import net.sociallook.adapter.goal.GoalStatus;
import net.sociallook.adapter.goal.Goals;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The goals of the plans of help. They are as confidential as their plan. */
final class JdbcGoals implements Goals {
  private static final Codes<GoalStatus> STATES =
      new Codes<>(
          Map.of(
              "V", GoalStatus.PROPOSED,
              "L", GoalStatus.ACTIVE,
              "R", GoalStatus.ON_HOLD,
              "A", GoalStatus.COMPLETED,
              "X", GoalStatus.CANCELLED));
  private static final Codes<GoalAchievement> RATINGS =
      new Codes<>(
          Map.of(
              "E", GoalAchievement.ACHIEVED,
              "T", GoalAchievement.IMPROVING,
              "N", GoalAchievement.NOT_ACHIEVED,
              "K", GoalAchievement.NO_CHANGE));

  private static final String SELECT =
      """
      select z.*, p.stufe, p.schutz_kz, a.pers_nr, s.nachname, s.vorname, s.verzeichnis_kennung
        from ziel z
        join hilfeplan p on p.plan_id = z.plan_id
        join fallakte a on a.akt_id = p.akt_id
        left join sachbearbeiter s on s.kürzel = p.kürzel
       where z.gelöscht_kz = 'N' and p.gelöscht_kz = 'N' and a.gelöscht_kz = 'N'
      """
          + " and "
          + JdbcCarePlans.STATES.shown("p.status_kz")
          + " and "
          + STATES.shown("z.status_kz");

  private final Table<Goal> table;
  private final ZoneId zone;

  /**
   * @param zone in which the case system's dates are meant
   */
  JdbcGoals(DataSource database, ZoneId zone) {
    this.zone = zone;
    this.table =
        new Table<>(
            database, new Table.Shape<>("ziel-", "z.ziel_id", true, SELECT, JdbcGoals::goal));
  }

  @Override
  public Page<Goal> search(String client, GoalQuery query, PageRequest page) {
    return table.page(
        new Conditions()
            .and("a.pers_nr = ?", client)
            .any("z.status_kz", STATES.letters(query.status()))
            .beginsWithin("z.frist", query.due(), zone)
            .within("z.geändert_am", query.lastUpdated()),
        page);
  }

  @Override
  public Optional<Goal> read(String id) {
    return table.read(id);
  }

  @Override
  public boolean isReachable() {
    return table.isReachable();
  }

  private static Goal goal(Row row) throws SQLException {
    return new Goal(
        row.id("ziel-", "ziel_id"),
        row.text("pers_nr"),
        STATES.of(row.text("status_kz")),
        row.text("wortlaut"),
        row.day("vereinbart_am"),
        row.maybeDay("frist"),
        row.maybe("bewertung_kz").map(RATINGS::of),
        row.maybe("begründung"),
        row.caseworker(),
        row.changedAt(),
        row.labels());
  }
}
