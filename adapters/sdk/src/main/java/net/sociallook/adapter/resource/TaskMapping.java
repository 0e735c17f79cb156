package net.sociallook.adapter.resource;

import java.util.Date;
import net.sociallook.adapter.referral.Task;
import net.sociallook.adapter.referral.TaskQuery;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Tasks as Tasks. */
final class TaskMapping {
  static final Mapping<Task, TaskQuery> MAPPING =
      new Mapping<>(ResourceKind.TASK, TaskMapping::query, TaskMapping::resource);

  private TaskMapping() {}

  private static TaskQuery query(Filters filters) {
    return new TaskQuery(
        filters.choice("status", net.sociallook.adapter.referral.TaskStatus.values()),
        filters.lastUpdated());
  }

  private static org.hl7.fhir.r4.model.Task resource(Task task, Subject subject) {
    org.hl7.fhir.r4.model.Task resource = new org.hl7.fhir.r4.model.Task();
    resource.setStatus(TaskStatus.fromCode(task.status().code()));
    resource.setIntent(TaskIntent.ORDER);
    resource.setDescription(task.description());
    resource.setFor(subject.patientReference());
    task.referral().ifPresent(id -> resource.setFocus(new Reference("ServiceRequest/" + id)));
    task.owner().map(owner -> Terms.party(owner, subject)).ifPresent(resource::setOwner);
    resource.setAuthoredOn(Date.from(task.authored()));
    resource.setLastModified(Date.from(task.lastUpdated()));
    return resource;
  }
}
