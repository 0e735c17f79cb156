package net.sociallook.adapter.provider;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.goal.Goal;
import net.sociallook.adapter.goal.GoalAchievement;
import net.sociallook.adapter.goal.GoalQuery;
import net.sociallook.adapter.goal.GoalStatus;
import net.sociallook.adapter.goal.Goals;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;

/** The goals of a FHIR server. One that does not say from when it holds is not shown. */
final class FhirGoals implements Goals {
  private static final String ACHIEVEMENT =
      "http://terminology.hl7.org/CodeSystem/goal-achievement";

  private final Shelf<org.hl7.fhir.r4.model.Goal, Goal> shelf;
  private final ZoneId zone;

  FhirGoals(Existing existing) {
    this.zone = existing.zone();
    this.shelf =
        new Shelf<>(
            existing,
            new Shape<>(
                org.hl7.fhir.r4.model.Goal.class,
                List.of(),
                true,
                goal -> List.of(goal.getSubject()),
                FhirGoals::goal));
  }

  @Override
  public Page<Goal> search(String client, GoalQuery query, PageRequest page) {
    return shelf.search(client, goal -> matches(query, goal), page);
  }

  @Override
  public Optional<Goal> read(String id) {
    return shelf.read(id);
  }

  @Override
  public boolean isReachable() {
    return shelf.isReachable();
  }

  private boolean matches(GoalQuery query, Goal goal) {
    return Terms.among(query.status(), goal.status())
        && Moments.holds(query.due(), goal.due(), zone)
        && query.lastUpdated().contains(goal.lastUpdated());
  }

  private static Optional<Goal> goal(org.hl7.fhir.r4.model.Goal resource, Frame frame) {
    ZoneId zone = frame.existing().zone();
    Optional<LocalDate> start =
        resource.hasStartDateType()
            ? Optional.of(Moments.firstDay(resource.getStartDateType(), zone))
            : resource.hasStatusDate()
                ? Optional.of(Moments.firstDay(resource.getStatusDateElement(), zone))
                : Optional.empty();
    return start.map(day ->
        new Goal(
            Terms.id(resource),
            frame.client(),
            Terms.of(
                GoalStatus.values(),
                Optional.ofNullable(resource.getLifecycleStatus()).map(it -> it.toCode()),
                "Goal.lifecycleStatus"),
            Terms.words(resource.getDescription()).orElse("Ziel"),
            day,
            due(resource, zone),
            achievement(resource),
            Optional.ofNullable(resource.getStatusReason()),
            frame.caseworker(resource.getExpressedBy()),
            Moments.lastUpdated(resource),
            Protection.labels(resource)));
  }

  private static Optional<LocalDate> due(org.hl7.fhir.r4.model.Goal resource, ZoneId zone) {
    return resource.getTarget().stream()
        .filter(GoalTargetComponent::hasDueDateType)
        .map(target -> Moments.lastDay(target.getDueDateType(), zone))
        .findFirst();
  }

  private static Optional<GoalAchievement> achievement(org.hl7.fhir.r4.model.Goal resource) {
    return resource.getAchievementStatus().getCoding().stream()
        .filter(coding -> ACHIEVEMENT.equals(coding.getSystem()))
        .map(coding ->
            Terms.of(
                GoalAchievement.values(),
                Optional.ofNullable(coding.getCode()),
                "Goal.achievementStatus"))
        .findFirst();
  }
}
