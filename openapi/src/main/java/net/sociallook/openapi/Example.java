package net.sociallook.openapi;

import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a message looks like: as the contract shows it, else put together from its schema. */
record Example(Contract contract) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** As one would read it. */
  static String text(JsonNode example) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(example);
  }

  /**
   * @param media an entry of {@code content}
   */
  JsonNode ofMedia(JsonNode media) {
    return media.has("example") ? media.get("example") : of(media.path("schema"));
  }

  /** Says everything that the schema lists. */
  JsonNode of(JsonNode reference) {
    JsonNode schema = contract.resolve(reference);
    return Stream.of("/examples/0", "/const", "/default", "/enum/0")
        .map(schema::at)
        .filter(node -> !node.isMissingNode())
        .findFirst()
        .orElseGet(() -> composed(schema));
  }

  private JsonNode composed(JsonNode schema) {
    for (String choice : new String[] {"oneOf", "anyOf"}) {
      if (schema.has(choice)) {
        return of(
            schema
                .get(choice)
                .valueStream()
                .filter(one -> !one.path("type").asString("").equals("null"))
                .findFirst()
                .orElseThrow());
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "integer", "number" -> NODES.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
      case "boolean" -> NODES.booleanNode(true);
      default -> NODES.stringNode(text(schema.path("format").asString("")));
    };
  }

  /** The first of several that is not null. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.valueStream()
          .map(JsonNode::asString)
          .filter(name -> !name.equals("null"))
          .findFirst()
          .orElse("");
    }
    return type.asString(schema.has("properties") ? "object" : "");
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!property.getValue().isBoolean()) {
        object.set(property.getKey(), of(property.getValue()));
      }
    }
    return object;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    int items = schema.has("items") ? schema.path("minItems").asInt(1) : 0;
    for (int i = 0; i < items; i++) {
      array.add(of(schema.get("items")));
    }
    return array;
  }

  private static String text(String format) {
    return switch (format) {
      case "uuid" -> "0d8ea6f1-5c3e-4d0b-9f11-8a4f5a8e2c11";
      case "date-time" -> "2026-11-22T08:30:00Z";
      case "date" -> "2026-11-22";
      case "uri" -> "https://example.org";
      default -> "text";
    };
  }
}
