package net.sociallook.registry.ledger.view;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The FHIR datatypes that AuditEvents are made of. */
final class Fhir {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Fhir() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array(JsonNode... values) {
    ArrayNode array = NODES.arrayNode();
    for (JsonNode value : values) {
      array.add(value);
    }
    return array;
  }

  static ObjectNode coding(String system, String code) {
    return object().put("system", system).put("code", code);
  }

  static ObjectNode concept(String system, String code) {
    return object().set("coding", array(coding(system, code)));
  }

  static ObjectNode reference(String target) {
    return object().put("reference", target);
  }

  /** A reference by business identifier. */
  static ObjectNode identified(String system, String value) {
    return object().set("identifier", object().put("system", system).put("value", value));
  }

  static ObjectNode identified(String value) {
    return object().set("identifier", object().put("value", value));
  }
}
