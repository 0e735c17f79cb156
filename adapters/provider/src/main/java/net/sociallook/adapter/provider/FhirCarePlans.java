package net.sociallook.adapter.provider;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.goal.CarePlan;
import net.sociallook.adapter.goal.CarePlanQuery;
import net.sociallook.adapter.goal.CarePlanStatus;
import net.sociallook.adapter.goal.CarePlans;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The plans of a FHIR server. Drafts are not shown, nor one that does not say when it begins. */
final class FhirCarePlans implements CarePlans {
  private final Shelf<org.hl7.fhir.r4.model.CarePlan, CarePlan> shelf;

  FhirCarePlans(Existing existing) {
    this.shelf =
        new Shelf<>(
            existing,
            new Shape<>(
                org.hl7.fhir.r4.model.CarePlan.class,
                List.of(),
                true,
                plan -> List.of(plan.getSubject()),
                FhirCarePlans::plan));
  }

  @Override
  public Page<CarePlan> search(String client, CarePlanQuery query, PageRequest page) {
    return shelf.search(client, plan -> matches(query, plan), page);
  }

  @Override
  public Optional<CarePlan> read(String id) {
    return shelf.read(id);
  }

  @Override
  public boolean isReachable() {
    return shelf.isReachable();
  }

  private static boolean matches(CarePlanQuery query, CarePlan plan) {
    return Terms.among(query.status(), plan.status())
        && Terms.match(query.category(), plan.category())
        && query.lastUpdated().contains(plan.lastUpdated());
  }

  private static Optional<CarePlan> plan(org.hl7.fhir.r4.model.CarePlan resource, Frame frame) {
    ZoneId zone = frame.existing().zone();
    CarePlanStatus status =
        Terms.of(
            CarePlanStatus.values(),
            Optional.ofNullable(resource.getStatus()).map(it -> it.toCode()),
            "CarePlan.status");
    if (status == CarePlanStatus.DRAFT || !resource.getPeriod().hasStart()) {
      return Optional.empty();
    }
    return Optional.of(
        new CarePlan(
            Terms.id(resource),
            frame.client(),
            status,
            Terms.codes(resource.getCategory()),
            Optional.ofNullable(resource.getTitle()).orElse("Plan"),
            Moments.firstDay(resource.getPeriod().getStartElement(), zone),
            Moments.lastDayIfGiven(resource.getPeriod().getEndElement(), zone),
            frame.caseworker(resource.getAuthor()),
            resource.getGoal().stream().flatMap(goal -> frame.id(goal, "Goal").stream()).toList(),
            Moments.lastUpdated(resource),
            Protection.labels(resource)));
  }
}
