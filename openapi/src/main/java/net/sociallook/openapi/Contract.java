package net.sociallook.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An OpenAPI 3.1 document.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1</a>
 */
record Contract(JsonNode document) {
  private static final Set<String> METHODS =
      Set.of("get", "post", "put", "patch", "delete", "options");

  static Contract read(Path file) throws IOException {
    return new Contract(YAMLMapper.shared().readTree(Files.readString(file)));
  }

  /**
   * What can be asked for.
   *
   * @param method in small letters
   * @param parameters of path and operation
   */
  record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {

    /** Whether it is listed for its refusals alone. */
    boolean isRefused() {
      return node.get("responses").propertyNames().equals(Set.of("default"));
    }

    String id() {
      return node.path("operationId").asString("");
    }

    /** The group that it belongs to; empty when there are none. */
    String tag() {
      return node.path("tags").path(0).asString("");
    }
  }

  /** In the order of the document. */
  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          List<JsonNode> parameters =
              Stream.of(path.getValue(), method.getValue())
                  .flatMap(node -> node.path("parameters").valueStream())
                  .map(this::resolve)
                  .toList();
          operations.add(
              new Operation(method.getKey(), path.getKey(), method.getValue(), parameters));
        }
      }
    }
    return operations;
  }

  /** The node itself, or what it refers to. */
  JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    if (!reference.isString()) {
      return node;
    }
    JsonNode target = document.at(reference.asString().substring(1));
    if (target.isMissingNode()) {
      throw new IllegalArgumentException(
          "$ref: " + reference.asString() + " (expected: a part of the document)");
    }
    return resolve(target);
  }

  /** The last part of a reference; empty when the node is none. */
  static String referred(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
