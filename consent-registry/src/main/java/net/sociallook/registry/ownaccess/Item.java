package net.sociallook.registry.ownaccess;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.ResourceType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One resource, with what a list shows of it.
 *
 * @param title at most 200 characters; empty where the resource has none
 * @param date as FHIR has it: a date, or an instant
 * @param resource as the gateway released it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Item(String type, String id, String title, @Nullable String date, JsonNode resource) {
  private static final int LONGEST_TITLE = 200;

  /** Where the title and the date stand; the first that is there counts. */
  private record Places(List<String> titles, List<String> dates) {}

  private static final Map<ResourceType, Places> PLACES =
      Map.of(
          ResourceType.DOCUMENT_REFERENCE,
          places("/description /content/0/attachment/title /type/text", "/date"),
          ResourceType.APPOINTMENT,
          places("/description /serviceType/0/text /appointmentType/text", "/start"),
          ResourceType.GOAL,
          places("/description/text", "/target/0/dueDate /startDate"),
          ResourceType.CARE_PLAN,
          places("/title /description", "/period/start /created"),
          ResourceType.COMMUNICATION,
          places("/topic/text /payload/0/contentString", "/sent"),
          ResourceType.SERVICE_REQUEST,
          places("/code/text /code/coding/0/display", "/authoredOn"),
          ResourceType.TASK,
          places("/description /code/text", "/authoredOn"),
          ResourceType.PATIENT,
          places("/name/0/text /name/0/family", "/birthDate"));

  private static Places places(String titles, String dates) {
    return new Places(List.of(titles.split(" ")), List.of(dates.split(" ")));
  }

  static Item of(ResourceType type, JsonNode resource) {
    Places places = PLACES.getOrDefault(type, new Places(List.of(), List.of()));
    String title = first(resource, places.titles()).orElse("");
    return new Item(
        type.code(),
        resource.path("id").asString(""),
        title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
        first(resource, places.dates()).orElse(null),
        resource);
  }

  private static Optional<String> first(JsonNode resource, List<String> pointers) {
    return pointers.stream()
        .map(resource::at)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .findFirst();
  }
}
