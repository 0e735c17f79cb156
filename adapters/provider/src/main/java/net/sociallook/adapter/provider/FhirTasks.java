package net.sociallook.adapter.provider;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.Party;
import net.sociallook.adapter.referral.Task;
import net.sociallook.adapter.referral.TaskQuery;
import net.sociallook.adapter.referral.TaskStatus;
import net.sociallook.adapter.referral.Tasks;

/** The tasks of a FHIR server. Drafts are not shown. */
final class FhirTasks implements Tasks {
  private final Shelf<org.hl7.fhir.r4.model.Task, Task> shelf;

  FhirTasks(Existing existing) {
    this.shelf =
        new Shelf<>(
            existing,
            new Shape<>(
                org.hl7.fhir.r4.model.Task.class,
                List.of("owner"),
                true,
                task -> List.of(task.getFor()),
                FhirTasks::task));
  }

  @Override
  public Page<Task> search(String client, TaskQuery query, PageRequest page) {
    return shelf.search(client, task -> matches(query, task), page);
  }

  @Override
  public Optional<Task> read(String id) {
    return shelf.read(id);
  }

  @Override
  public boolean isReachable() {
    return shelf.isReachable();
  }

  private static boolean matches(TaskQuery query, Task task) {
    return Terms.among(query.status(), task.status())
        && query.lastUpdated().contains(task.lastUpdated());
  }

  private static Optional<Task> task(org.hl7.fhir.r4.model.Task resource, Frame frame) {
    TaskStatus status =
        Terms.of(
            TaskStatus.values(),
            Optional.ofNullable(resource.getStatus()).map(it -> it.toCode()),
            "Task.status");
    if (status == TaskStatus.DRAFT || !resource.hasAuthoredOn()) {
      return Optional.empty();
    }
    Optional<Party> owner =
        resource.hasOwner()
            ? frame.party(resource.getOwner(), resource.getFor())
            : Optional.empty();
    return Optional.of(
        new Task(
            Terms.id(resource),
            frame.client(),
            status,
            Stream.of(
                    Optional.ofNullable(resource.getDescription()), Terms.words(resource.getCode()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("Aufgabe"),
            resource.getBasedOn().stream()
                .flatMap(it -> frame.id(it, "ServiceRequest").stream())
                .findFirst(),
            owner,
            Moments.start(resource.getAuthoredOnElement(), frame.existing().zone()),
            Moments.lastUpdated(resource),
            Protection.labels(resource)));
  }
}
