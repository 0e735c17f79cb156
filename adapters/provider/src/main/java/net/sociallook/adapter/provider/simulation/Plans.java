package net.sociallook.adapter.provider.simulation;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Reference;

/** Goals, with dates as coarse as they were agreed, and the plan that holds them together. */
final class Plans {
  private Plans() {}

  static List<Goal> goals(House house, int client) {
    LocalDate today = house.today();
    String month = today.plusMonths(3).toString().substring(0, 7);
    return List.of(
        goal(house, client, 1, today.minusMonths(8).toString().substring(0, 4))
            .setLifecycleStatus(GoalLifecycleStatus.COMPLETED)
            .setAchievementStatus(achievement("achieved")),
        due(goal(house, client, 2, today.minusMonths(3).toString()), month)
            .setLifecycleStatus(GoalLifecycleStatus.ACTIVE)
            .setAchievementStatus(achievement("in-progress")),
        due(goal(house, client, 3, today.minusMonths(1).toString()), today.plusDays(60).toString())
            .setLifecycleStatus(GoalLifecycleStatus.ONHOLD)
            .setStatusReason("Praktikum unterbrochen"),
        Stamp.turned(
            goal(house, client, 4, today.toString())
                .setLifecycleStatus(GoalLifecycleStatus.ACTIVE)));
  }

  static List<CarePlan> plans(House house, int client) {
    CarePlan current = plan(house, client, 1).setStatus(CarePlanStatus.ACTIVE);
    current.addGoal(new Reference("Goal/" + House.number(client, 2) + "/_history/2"));
    current.addGoal(new Reference(house.base() + "/Goal/" + House.number(client, 3)));
    return List.of(current, plan(house, client, 2).setStatus(CarePlanStatus.DRAFT));
  }

  private static Goal goal(House house, int client, int n, String start) {
    Goal goal =
        Stamp.on(
            new Goal(), House.number(client, n), house.today().minusDays(20L - n), Stamp.NORMAL);
    goal.setDescription(new CodeableConcept().setText(house.wording().goal(n)));
    goal.setSubject(house.patient(client, n));
    goal.setExpressedBy(house.worker(client));
    goal.setStart(new DateType(start));
    return goal;
  }

  private static Goal due(Goal goal, String day) {
    goal.addTarget().setDue(new DateType(day));
    return goal;
  }

  private static CodeableConcept achievement(String code) {
    return new CodeableConcept(
            new Coding().setSystem(House.MAKE + "CodeSystem/zielstand").setCode("Z1"))
        .addCoding(
            new Coding()
                .setSystem("http://terminology.hl7.org/CodeSystem/goal-achievement")
                .setCode(code));
  }

  private static CarePlan plan(House house, int client, int n) {
    CarePlan plan =
        Stamp.on(new CarePlan(), House.number(client, n), house.today().minusDays(9), Stamp.NORMAL);
    plan.setIntent(CarePlanIntent.PLAN);
    plan.setTitle(house.wording().plan());
    plan.addCategory(
        new CodeableConcept(
            new Coding(House.MAKE + "CodeSystem/planart", "FP", house.wording().plan())));
    plan.setSubject(house.patient(client, n));
    plan.setAuthor(house.worker(client));
    plan.getPeriod().setStartElement(new DateTimeType(house.today().minusMonths(3).toString()));
    plan.getPeriod()
        .setEndElement(new DateTimeType(house.today().plusMonths(6).toString().substring(0, 7)));
    return plan;
  }
}
