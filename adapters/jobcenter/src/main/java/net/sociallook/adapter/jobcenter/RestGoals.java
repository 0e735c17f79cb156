package net.sociallook.adapter.jobcenter;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import net.sociallook.adapter.goal.Goal;
import net.sociallook.adapter.goal.GoalAchievement;
import net.sociallook.adapter.goal.GoalQuery;
import net.sociallook.adapter.goal.GoalStatus;
import net.sociallook.adapter.goal.Goals;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.TimeRange;

/** The goals that were agreed in plans of cooperation. A draft is not shown. */
final class RestGoals implements Goals {
  private static final Codes<GoalStatus> STATES =
      new Codes<>(
          Map.of(
              "V", GoalStatus.PROPOSED,
              "L", GoalStatus.ACTIVE,
              "R", GoalStatus.ON_HOLD,
              "E", GoalStatus.COMPLETED,
              "X", GoalStatus.CANCELLED));
  private static final Codes<GoalAchievement> RATINGS =
      new Codes<>(
          Map.of(
              "1", GoalAchievement.ACHIEVED,
              "2", GoalAchievement.IMPROVING,
              "3", GoalAchievement.NO_CHANGE,
              "6", GoalAchievement.NOT_ACHIEVED));

  private final Collection<Goal> goals;

  RestGoals(Fallwerk system, ZoneId zone) {
    this.goals =
        new Collection<>(
            system, new Collection.Shape<>("ziel-", "ziele", true, RestGoals::goal), zone);
  }

  @Override
  public Page<Goal> search(String client, GoalQuery query, PageRequest page) {
    return goals.page(
        Ask.of(client),
        goal ->
            Codes.wants(query.status(), goal.status())
                && isDue(goal, query.due())
                && query.lastUpdated().contains(goal.lastUpdated()),
        page);
  }

  @Override
  public Optional<Goal> read(String id) {
    return goals.read(id);
  }

  @Override
  public boolean isReachable() {
    return goals.system().isReachable();
  }

  private static Optional<Goal> goal(Row row) throws IncompleteException {
    Optional<GoalStatus> status = STATES.of(row.text("stand"));
    if (status.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Goal(
            "ziel-" + row.number(),
            row.client(),
            status.get(),
            row.text("wortlaut"),
            row.day("vereinbart"),
            row.maybeDay("frist"),
            row.maybe("bewertung").flatMap(RATINGS::of),
            row.maybe("begruendung"),
            row.caseworker(),
            row.changedAt(),
            row.labels()));
  }

  private boolean isDue(Goal goal, TimeRange days) {
    return days.equals(TimeRange.ALWAYS)
        || goal.due()
            .filter(day -> days.contains(day.atStartOfDay(goals.zone()).toInstant()))
            .isPresent();
  }
}
