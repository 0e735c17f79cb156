package net.sociallook.registry.fhir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The FHIR datatypes that the registry's resources are made of. */
public final class Fhir {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Fhir() {}

  public static ObjectNode object() {
    return NODES.objectNode();
  }

  public static ArrayNode array(JsonNode... values) {
    ArrayNode array = NODES.arrayNode();
    for (JsonNode value : values) {
      array.add(value);
    }
    return array;
  }

  public static ObjectNode coding(String system, String code) {
    return object().put("system", system).put("code", code);
  }

  public static ObjectNode concept(String system, String code) {
    return object().set("coding", array(coding(system, code)));
  }

  public static ObjectNode reference(String target) {
    return object().put("reference", target);
  }

  /** A reference by business identifier. */
  public static ObjectNode identified(String system, String value) {
    return object().set("identifier", object().put("system", system).put("value", value));
  }

  public static ObjectNode identified(String value) {
    return object().set("identifier", object().put("value", value));
  }
}
