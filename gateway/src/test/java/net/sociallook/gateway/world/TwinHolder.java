package net.sociallook.gateway.world;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A holder whose documents a test chooses. Its page tokens are places in the list, of many lengths.
 *
 * @param most of entries that it ever gives at a time
 */
public record TwinHolder(List<Document> documents, int most) {

  /** One document: its state, and all else that it says. */
  public record Document(String status, String json) {
    public static Document of(String id, String status, String pseudonym, String label) {
      return new Document(
          status,
          Files.document(id, pseudonym, label)
              .replace("\"status\":\"current\"", "\"status\":\"" + status + "\""));
    }
  }

  public AdapterStandIn.Reply answer(AdapterStandIn.Call call) {
    String target = call.target();
    int from = Integer.parseInt(parameter(target, "_page", "x0").replaceFirst("x+", ""));
    int count = Math.min(most, Integer.parseInt(parameter(target, "_count", "20")));
    String status = parameter(target, "status", "current%2Csuperseded");
    List<Integer> found =
        IntStream.range(from, documents.size())
            .filter(i -> status.contains(documents.get(i).status()))
            .boxed()
            .toList();
    List<Integer> given = found.subList(0, Math.min(count, found.size()));
    String next = found.size() > given.size() ? next(given.getLast() + 1) : "";
    String entries =
        given.stream()
            .map(i -> "{\"resource\":" + documents.get(i).json() + "}")
            .collect(Collectors.joining(","));
    String bundle =
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":%d,\"link\":[%s],\"entry\":[%s]}"
            .formatted(found.size(), next, entries);
    return Replies.of(200, "application/fhir+json", bundle.getBytes(StandardCharsets.UTF_8));
  }

  private static String next(int place) {
    return "{\"relation\":\"next\",\"url\":\"?_page=" + "x".repeat(1 + place % 90) + place + "\"}";
  }

  private static String parameter(String target, String name, String otherwise) {
    for (String pair : target.substring(target.indexOf('?') + 1).split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return otherwise;
  }
}
