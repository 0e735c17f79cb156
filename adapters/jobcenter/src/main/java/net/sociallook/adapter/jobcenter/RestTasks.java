package net.sociallook.adapter.jobcenter;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.referral.Task;
import net.sociallook.adapter.referral.TaskQuery;
import net.sociallook.adapter.referral.TaskStatus;
import net.sociallook.adapter.referral.Tasks;

/** What is to be done for the customers. Internal tasks are not shown. */
final class RestTasks implements Tasks {
  private static final Codes<TaskStatus> STATES =
      new Codes<>(
          Map.of(
              "OFF", TaskStatus.REQUESTED,
              "ANG", TaskStatus.ACCEPTED,
              "ARB", TaskStatus.IN_PROGRESS,
              "ABL", TaskStatus.REJECTED,
              "ERL", TaskStatus.COMPLETED,
              "WID", TaskStatus.CANCELLED));

  private final Collection<Task> tasks;

  RestTasks(Fallwerk system, ZoneId zone) {
    this.tasks =
        new Collection<>(
            system, new Collection.Shape<>("aufgabe-", "aufgaben", true, RestTasks::task), zone);
  }

  @Override
  public Page<Task> search(String client, TaskQuery query, PageRequest page) {
    return tasks.page(
        Ask.of(client),
        task ->
            Codes.wants(query.status(), task.status())
                && query.lastUpdated().contains(task.lastUpdated()),
        page);
  }

  @Override
  public Optional<Task> read(String id) {
    return tasks.read(id);
  }

  @Override
  public boolean isReachable() {
    return tasks.system().isReachable();
  }

  private static Optional<Task> task(Row row) throws IncompleteException {
    Optional<TaskStatus> status = STATES.of(row.text("stand"));
    if (status.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Task(
            "aufgabe-" + row.number(),
            row.client(),
            status.get(),
            row.text("beschreibung"),
            row.link("auftrag-", "auftrag"),
            Parties.maybe(row.inner("zustaendig")),
            row.millis("angelegt"),
            row.changedAt(),
            row.labels()));
  }
}
