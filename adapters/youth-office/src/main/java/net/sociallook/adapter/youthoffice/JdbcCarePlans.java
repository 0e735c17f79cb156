package net.sociallook.adapter.youthoffice;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.sociallook.adapter.goal.CarePlan;
import net.sociallook.adapter.goal.CarePlanQuery;
import net.sociallook.adapter.goal.CarePlanStatus;
import net.sociallook.adapter.goal.CarePlans;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The plans of help (§ 36 SGB VIII) of the case files. A draft is not shown. */
final class JdbcCarePlans implements CarePlans {
  static final Codes<CarePlanStatus> STATES =
      new Codes<>(
          Map.of(
              "L", CarePlanStatus.ACTIVE,
              "A", CarePlanStatus.COMPLETED,
              "W", CarePlanStatus.REVOKED));

  private static final Code CATEGORY =
      new Code(
          "https://sociallook.net/fhir/CodeSystem/care-plan-category",
          "youth-welfare",
          "Hilfeplan nach § 36 SGB VIII");

  private static final String SELECT =
      """
      select p.*, a.pers_nr, s.nachname, s.vorname, s.verzeichnis_kennung,
             (select string_agg('ziel-' || z.ziel_id, ',' order by z.ziel_id)
                from ziel z where z.plan_id = p.plan_id and z.gelöscht_kz = 'N'
                 and z.status_kz in ('V', 'L', 'R', 'A', 'X')) as ziele
        from hilfeplan p
        join fallakte a on a.akt_id = p.akt_id
        left join sachbearbeiter s on s.kürzel = p.kürzel
       where p.gelöscht_kz = 'N' and a.gelöscht_kz = 'N'
      """
          + " and "
          + STATES.shown("p.status_kz");

  private final Table<CarePlan> table;

  JdbcCarePlans(DataSource database) {
    this.table =
        new Table<>(
            database, new Table.Shape<>("plan-", "p.plan_id", true, SELECT, JdbcCarePlans::plan));
  }

  @Override
  public Page<CarePlan> search(String client, CarePlanQuery query, PageRequest page) {
    if (!matches(query.category())) {
      return new Page<>(List.of(), Optional.empty());
    }
    return table.page(
        new Conditions()
            .and("a.pers_nr = ?", client)
            .any("p.status_kz", STATES.letters(query.status()))
            .within("p.geändert_am", query.lastUpdated()),
        page);
  }

  @Override
  public Optional<CarePlan> read(String id) {
    return table.read(id);
  }

  @Override
  public boolean isReachable() {
    return table.isReachable();
  }

  private static boolean matches(Set<CodeFilter> categories) {
    return categories.isEmpty() || categories.stream().anyMatch(it -> it.matches(CATEGORY));
  }

  private static CarePlan plan(Row row) throws SQLException {
    return new CarePlan(
        row.id("plan-", "plan_id"),
        row.text("pers_nr"),
        STATES.of(row.text("status_kz")),
        List.of(CATEGORY),
        row.text("titel"),
        row.day("beginn"),
        row.maybeDay("ende"),
        row.caseworker(),
        row.maybe("ziele").stream().flatMap(ids -> Stream.of(ids.split(","))).toList(),
        row.changedAt(),
        row.labels());
  }
}
