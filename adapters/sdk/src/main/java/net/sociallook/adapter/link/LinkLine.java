package net.sociallook.adapter.link;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * One line of the file of links: {@code {"link":"<pseudonym>","localId":"4711"}} or {@code
 * {"unlink":"<pseudonym>"}}.
 *
 * @param localId empty for an unlinking
 */
record LinkLine(Pseudonym pseudonym, Optional<String> localId) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * Reads a line without its end.
   *
   * @throws IllegalArgumentException if it is not such a line
   */
  static LinkLine parse(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.size() == 2 && node.path("link").isTextual() && node.path("localId").isTextual()) {
        String localId = LocalIds.check(node.path("localId").textValue());
        return new LinkLine(new Pseudonym(node.path("link").textValue()), Optional.of(localId));
      }
      if (node.size() == 1 && node.path("unlink").isTextual()) {
        return new LinkLine(new Pseudonym(node.path("unlink").textValue()), Optional.empty());
      }
      throw new IllegalArgumentException("line: other members (expected: link, localId or unlink)");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("line: not JSON (expected: one object)");
    }
  }

  /** The local id in the body of a {@code PUT}; empty if it is anything but that. */
  static Optional<String> parseBody(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      boolean expected = node.size() == 1 && node.path("localId").isTextual();
      return expected
          ? Optional.of(node.path("localId").textValue()).filter(LocalIds::isLocalId)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  String toLine() {
    ObjectNode node = JSON.createObjectNode();
    localId.ifPresentOrElse(
        id -> node.put("link", pseudonym.value()).put("localId", id),
        () -> node.put("unlink", pseudonym.value()));
    return node + "\n";
  }
}
