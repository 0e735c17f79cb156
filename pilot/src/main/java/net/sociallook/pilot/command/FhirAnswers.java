package net.sociallook.pilot.command;

import java.util.List;
import java.util.stream.StreamSupport;
import net.sociallook.pilot.http.Answer;
import tools.jackson.databind.JsonNode;

/** What an institution's system reads from the gateway's answers. */
final class FhirAnswers {
  private FhirAnswers() {}

  /** The resources of a searchset, or the one resource that was read. */
  static List<JsonNode> resources(Answer answer) {
    JsonNode json = answer.json();
    if (answer.isSuccess() && !json.path("resourceType").asString("").equals("Bundle")) {
      return List.of(json);
    }
    JsonNode entries = json.path("entry");
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.path("resource"))
        .toList();
  }

  static List<String> ids(Answer searchset) {
    return resources(searchset).stream().map(resource -> resource.path("id").asString()).toList();
  }

  /** The last part of a document's address of its content: the id of a Binary. */
  static String binaryId(JsonNode document) {
    String url = document.path("content").path(0).path("attachment").path("url").asString("");
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** A document in a few words. */
  static String inWords(JsonNode document) {
    String title =
        document
            .path("content")
            .path(0)
            .path("attachment")
            .path("title")
            .asString(document.path("type").path("text").asString("document"));
    return "%s (%s)".formatted(title, document.path("id").asString());
  }
}
