package net.sociallook.adapter.youthoffice.simulation;

import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Plans of help with their goals. */
final class Goals {
  private final Rows rows;
  private long plans;
  private long goals = 500;

  Goals(Rows rows) {
    this.rows = rows;
  }

  /** A plan that is over and one that holds, and for every fifth file a draft. */
  void add(CaseFile file, Random random) throws SQLException {
    LocalDate opened = file.openedOn();
    LocalDate review = opened.plusDays(200);
    long first = plan(file, "A", opened, review.minusDays(1));
    goal(first, new Aim("A", opened, review, "E", null));
    goal(first, new Aim("X", opened, review, "N", "Der Umzug kam dazwischen."));
    long second = plan(file, "L", review, null);
    goal(second, new Aim("L", review, review.plusDays(400), "T", null));
    goal(second, new Aim("L", review, null, null, null));
    if (random.nextBoolean()) {
      goal(second, new Aim("V", review.plusDays(90), review.plusDays(500), null, null));
    }
    if (file.number() % 5 == 0) {
      goal(plan(file, "E", review.plusDays(190), null), new Aim("V", review, null, null, null));
    }
  }

  private long plan(CaseFile file, String status, LocalDate start, @Nullable LocalDate end)
      throws SQLException {
    long id = ++plans;
    rows.insert(
        "81 hilfeplan values (?, ?, ?, ?, ?, ?, ?, ?, null, ?, 'N')",
        id,
        file.number(),
        status,
        "Hilfeplan nach § 36 SGB VIII",
        Date.valueOf(start),
        end == null ? null : Date.valueOf(end),
        file.responsible().initials(),
        1,
        Casework.at(start, 16));
    return id;
  }

  private void goal(long plan, Aim aim) throws SQLException {
    long id = ++goals;
    List<String> wordings = Wording.GOALS;
    rows.insert(
        "82 ziel values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'N')",
        id,
        plan,
        aim.status(),
        wordings.get((int) (id % wordings.size())),
        Date.valueOf(aim.agreed()),
        aim.due() == null ? null : Date.valueOf(aim.due()),
        aim.rating(),
        aim.reason(),
        Casework.at(aim.agreed(), 17));
  }

  /**
   * @param status {@code status_kz}
   * @param rating {@code bewertung_kz}
   */
  private record Aim(
      String status,
      LocalDate agreed,
      @Nullable LocalDate due,
      @Nullable String rating,
      @Nullable String reason) {}
}
