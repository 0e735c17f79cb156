package net.sociallook.adapter.search;

import static net.sociallook.adapter.search.SearchParameter.choice;
import static net.sociallook.adapter.search.SearchParameter.code;
import static net.sociallook.adapter.search.SearchParameter.date;
import static net.sociallook.adapter.search.SearchParameter.patient;
import static net.sociallook.adapter.search.SearchParameter.reference;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.adapter.appointment.AppointmentStatus;
import net.sociallook.adapter.appointment.SlotStatus;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.goal.CarePlanStatus;
import net.sociallook.adapter.goal.GoalStatus;
import net.sociallook.adapter.referral.ReferralStatus;
import net.sociallook.adapter.referral.TaskStatus;

/**
 * The kinds of FHIR resources that an adapter can answer, each with all the parameters by which it
 * can be searched. This is the one table of them: the parser, the CapabilityStatement and the
 * routes are made from it.
 */
public enum ResourceKind {
  DOCUMENT_REFERENCE(
      "DocumentReference",
      patient(),
      choice("status", DocumentStatus.values()),
      code("type"),
      code("category"),
      date("date")),
  APPOINTMENT("Appointment", patient(), date("date"), choice("status", AppointmentStatus.values())),
  SLOT(
      "Slot",
      reference("schedule", "Schedule"),
      date("start"),
      choice("status", SlotStatus.values())),
  SCHEDULE("Schedule", date("date")),
  GOAL("Goal", patient(), choice("lifecycle-status", GoalStatus.values()), date("target-date")),
  CARE_PLAN("CarePlan", patient(), choice("status", CarePlanStatus.values()), code("category")),
  COMMUNICATION("Communication", patient(), date("sent"), code("category")),
  /** Read only: whom it is about is known before. */
  PATIENT("Patient"),
  SERVICE_REQUEST("ServiceRequest", patient(), choice("status", ReferralStatus.values())),
  TASK("Task", patient(), choice("status", TaskStatus.values()));

  private static final List<SearchParameter> ALWAYS =
      List.of(
          date("_lastUpdated"),
          new SearchParameter("_count", new ValueForm.Count()),
          new SearchParameter("_page", new ValueForm.Position()));

  private final String type;
  private final List<SearchParameter> own;

  ResourceKind(String type, SearchParameter... own) {
    this.type = type;
    this.own = List.of(own);
  }

  /** FHIR's name of the resource type. */
  public String type() {
    return type;
  }

  public boolean isSearchable() {
    return !own.isEmpty();
  }

  /** Whether each resource of this kind is about one patient. */
  public boolean isAboutPatient() {
    return this == PATIENT || own.contains(patient());
  }

  /** All that a search may say; empty where there is no search. */
  public List<SearchParameter> parameters() {
    return isSearchable() ? Stream.concat(own.stream(), ALWAYS.stream()).toList() : List.of();
  }

  Set<String> names() {
    return parameters().stream().map(SearchParameter::name).collect(Collectors.toSet());
  }
}
