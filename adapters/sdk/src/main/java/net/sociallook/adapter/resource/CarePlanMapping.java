package net.sociallook.adapter.resource;

import net.sociallook.adapter.goal.CarePlan;
import net.sociallook.adapter.goal.CarePlanQuery;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Care plans as CarePlans. */
final class CarePlanMapping {
  static final Mapping<CarePlan, CarePlanQuery> MAPPING =
      new Mapping<>(ResourceKind.CARE_PLAN, CarePlanMapping::query, CarePlanMapping::resource);

  private CarePlanMapping() {}

  private static CarePlanQuery query(Filters filters) {
    return new CarePlanQuery(
        filters.choice("status", net.sociallook.adapter.goal.CarePlanStatus.values()),
        filters.codes("category"),
        filters.lastUpdated());
  }

  private static org.hl7.fhir.r4.model.CarePlan resource(CarePlan plan, Subject subject) {
    org.hl7.fhir.r4.model.CarePlan resource = new org.hl7.fhir.r4.model.CarePlan();
    resource.setStatus(CarePlanStatus.fromCode(plan.status().code()));
    resource.setIntent(CarePlanIntent.PLAN);
    plan.category().forEach(category -> resource.addCategory(Terms.concept(category)));
    resource.setTitle(plan.title());
    resource.setSubject(subject.patientReference());
    Period period = new Period();
    period.setStartElement(Terms.moment(plan.start()));
    plan.end().ifPresent(day -> period.setEndElement(Terms.moment(day)));
    resource.setPeriod(period);
    plan.author().map(Terms::author).ifPresent(resource::setAuthor);
    plan.goals().forEach(goal -> resource.addGoal(new Reference("Goal/" + goal)));
    return resource;
  }
}
