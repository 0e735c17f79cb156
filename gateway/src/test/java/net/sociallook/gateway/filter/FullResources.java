package net.sociallook.gateway.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.consent.ResourceType;

/** Of each type, resources in which every element of R4 is filled and which may be released. */
final class FullResources {
  /** Any of these withholds the resource, or hides what it stands in. */
  private static final Set<String> ALWAYS =
      Set.of("implicitRules", "link", "content.attachment.data");

  /** What must have a meaning for the resource to be released at all. */
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("id", "\"x-1\""),
          Map.entry("meta.versionId", "\"1\""),
          Map.entry("subject.reference", "\"Patient/" + Answers.AT_HOLDER + "\""),
          Map.entry("for.reference", "\"Patient/" + Answers.AT_HOLDER + "\""),
          Map.entry("participant.actor.reference", "\"Location/l-1\""),
          Map.entry("slot.reference", "\"Slot/s-1\""),
          Map.entry("schedule.reference", "\"Schedule/s-1\""),
          Map.entry("actor.reference", "\"Location/l-1\""),
          Map.entry("goal.reference", "\"Goal/g-1\""),
          Map.entry("focus.reference", "\"ServiceRequest/s-1\""),
          Map.entry("expressedBy.reference", "\"Practitioner/p-1\""),
          Map.entry("author.reference", "\"Organization/o-1\""),
          Map.entry("requester.reference", "\"PractitionerRole/p-1\""),
          Map.entry("performer.reference", "\"Organization/o-1\""),
          // of each of its fifty types it would be more than an answer may hold
          Map.entry("input", "{\"valueString\":\"<<Task.input>>\"}"),
          Map.entry("output", "{\"valueString\":\"<<Task.output>>\"}"),
          Map.entry("owner.reference", "\"Organization/o-1\""),
          Map.entry("sender.reference", "\"Organization/jobcenter-nordhausen\""),
          Map.entry("recipient.reference", "\"Organization/o-1\""),
          Map.entry("content.attachment.url", "\"Binary/x-1-0\""),
          Map.entry("content.attachment.hash", "\"AAAA\""),
          Map.entry("securityLabel.coding", label()),
          Map.entry("meta.security", label()));

  /** Of elements that can be of several types, but only of one at a time: all but one each time. */
  private static final Map<ResourceType, List<String>> CHOICES =
      Map.of(
          ResourceType.GOAL,
          List.of(
              "target.detailQuantity",
              "target.detailCodeableConcept",
              "target.detailString",
              "target.detailBoolean",
              "target.detailInteger"),
          ResourceType.PATIENT,
          List.of("deceasedBoolean", "deceasedDateTime"),
          ResourceType.SERVICE_REQUEST,
          List.of("occurrenceDateTime", "occurrencePeriod"));

  static Stream<String> all(ResourceType type) {
    List<String> choices = CHOICES.getOrDefault(type, List.of(""));
    return choices.stream()
        .map(chosen ->
            with(
                type,
                Map.of(),
                Stream.concat(choices.stream(), ALWAYS.stream())
                    .filter(path -> !path.equals(chosen))
                    .map(path -> type.code() + "." + path)
                    .collect(Collectors.toSet())));
  }

  static String with(ResourceType type, Map<String, String> more, Set<String> leftOut) {
    String code = type.code();
    Map<String, String> given = new HashMap<>();
    MEANINGS.forEach((path, value) -> given.put(code + "." + path, value));
    if (type == ResourceType.APPOINTMENT) {
      given.put("Appointment.status", "\"cancelled\"");
      given.put("Appointment.end", "\"2026-12-01T09:00:00Z\"");
      given.put("Appointment.start", "\"2026-12-01T09:00:00Z\"");
    }
    if (type == ResourceType.SLOT) {
      given.put("Slot.status", "\"free\"");
    }
    if (type == ResourceType.PATIENT) {
      given.put("Patient.id", "\"" + Answers.AT_HOLDER + "\"");
    }
    given.putAll(more);
    String json = new FullDocument(given, leftOut).json(code);
    String client =
        "{\"actor\":{\"reference\":\"Patient/" + Answers.AT_HOLDER + "\"},\"status\":\"accepted\"}";
    return json.replaceFirst("\"participant\":\\[", "$0" + client + ",");
  }

  /** With this value, which may make no sense, in this place. */
  static String odd(ResourceType type, String path, String value) {
    Set<String> leftOut =
        Stream.concat(
                CHOICES.getOrDefault(type, List.of()).stream()
                    .filter(one -> !isIn(path, type, one)),
                ALWAYS.stream())
            .map(one -> type.code() + "." + one)
            .collect(Collectors.toSet());
    if (path.equals("Appointment.status")) {
      // it would be withheld for its reason
      leftOut.add("Appointment.cancelationReason");
    }
    return with(type, Map.of(path, value), leftOut);
  }

  private static boolean isIn(String path, ResourceType type, String choice) {
    return (path + ".").startsWith(type.code() + "." + choice + ".");
  }

  private static String label() {
    return "{\"system\":\"" + SecurityLabel.LEVELS + "\",\"code\":\"N\"}";
  }

  private FullResources() {}
}
