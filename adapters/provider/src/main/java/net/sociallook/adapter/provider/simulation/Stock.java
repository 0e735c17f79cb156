package net.sociallook.adapter.provider.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * All that one server has. Made anew from the people file whenever it is asked for, always the
 * same: nothing is kept in memory.
 */
final class Stock {
  private static final Map<String, BiFunction<House, Integer, List<? extends Resource>>> OF_CLIENT =
      new TreeMap<>(
          Map.of(
              "Patient", Persons::patients,
              "DocumentReference", Papers::documents,
              "Binary", Papers::files,
              "Appointment", Meetings::appointments,
              "Goal", Plans::goals,
              "CarePlan", Plans::plans,
              "Communication", Mail::messages,
              "ServiceRequest", Orders::referrals,
              "Task", Orders::tasks));

  private final SimulationConfig config;

  Stock(SimulationConfig config) {
    this.config = config;
  }

  List<String> types() {
    List<String> types = new ArrayList<>(OF_CLIENT.keySet());
    types.addAll(List.of("Slot", "Schedule", "Practitioner", "Organization"));
    return types;
  }

  List<Resource> all(String type, String base) {
    House house = new House(config, base);
    return switch (type) {
      case "Slot" -> Calendars.slots(house);
      case "Schedule" -> Calendars.schedules(house);
      case "Practitioner" -> Persons.staff(house);
      case "Organization" -> List.of(Persons.organization(house));
      default ->
          IntStream.range(0, config.people().clients().size())
              .boxed()
              .<Resource>flatMap(client -> made(type).apply(house, client).stream())
              .toList();
    };
  }

  List<Resource> staff(String base) {
    House house = new House(config, base);
    List<Resource> staff = new ArrayList<>(Persons.staff(house));
    staff.add(Persons.organization(house));
    return staff;
  }

  /**
   * @param patient {@code Patient/} and the id
   */
  boolean isAbout(Resource resource, String patient) {
    return subjects(resource).stream()
        .map(Reference::getReference)
        .anyMatch(
            it -> (it + "/").contains("/" + patient + "/") || (it + "/").startsWith(patient + "/"));
  }

  private static BiFunction<House, Integer, List<? extends Resource>> made(String type) {
    BiFunction<House, Integer, List<? extends Resource>> maker = OF_CLIENT.get(type);
    if (maker == null) {
      throw new IllegalArgumentException(
          "type: " + type + " (expected: of " + OF_CLIENT.keySet() + ")");
    }
    return maker;
  }

  private static List<Reference> subjects(Resource resource) {
    return switch (resource) {
      case DocumentReference document -> List.of(document.getSubject());
      case Goal goal -> List.of(goal.getSubject());
      case CarePlan plan -> List.of(plan.getSubject());
      case Communication message -> List.of(message.getSubject());
      case ServiceRequest request -> List.of(request.getSubject());
      case Task task -> List.of(task.getFor());
      case Appointment appointment ->
          appointment.getParticipant().stream()
              .map(Appointment.AppointmentParticipantComponent::getActor)
              .filter(Reference::hasReference)
              .toList();
      default -> List.of();
    };
  }
}
