package net.sociallook.adapter.resource;

import net.sociallook.adapter.goal.Goal;
import net.sociallook.adapter.goal.GoalQuery;
import net.sociallook.adapter.goal.GoalStatus;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;

/** Goals as Goals. */
final class GoalMapping {
  static final Mapping<Goal, GoalQuery> MAPPING =
      new Mapping<>(ResourceKind.GOAL, GoalMapping::query, GoalMapping::resource);

  private static final String ACHIEVEMENT =
      "http://terminology.hl7.org/CodeSystem/goal-achievement";

  private GoalMapping() {}

  private static GoalQuery query(Filters filters) {
    return new GoalQuery(
        filters.choice("lifecycle-status", GoalStatus.values()),
        filters.times("target-date"),
        filters.lastUpdated());
  }

  private static org.hl7.fhir.r4.model.Goal resource(Goal goal, Subject subject) {
    org.hl7.fhir.r4.model.Goal resource = new org.hl7.fhir.r4.model.Goal();
    resource.setLifecycleStatus(GoalLifecycleStatus.fromCode(goal.status().code()));
    resource.setDescription(Terms.text(goal.description()));
    resource.setSubject(subject.patientReference());
    resource.setStart(Terms.date(goal.start()));
    goal.due().ifPresent(day -> resource.addTarget().setDue(Terms.date(day)));
    goal.achievement()
        .ifPresent(how -> resource.setAchievementStatus(Terms.concept(ACHIEVEMENT, how)));
    goal.statusReason().ifPresent(resource::setStatusReason);
    goal.author().map(Terms::author).ifPresent(resource::setExpressedBy);
    return resource;
  }
}
