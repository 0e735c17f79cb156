package net.sociallook.openapi;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a request or an answer carries: in words, and in each of its media types.
 *
 * @param node a request body or response object
 */
record Message(Contract contract, JsonNode node) {

  String html() {
    return Html.blocks(node.path("description").asString(""))
        + node.path("content").properties().stream()
            .map(content -> content(content.getKey(), content.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private String content(String type, JsonNode media) {
    JsonNode schema = media.path("schema");
    String named = Contract.referred(schema).isEmpty() ? "" : " " + SchemaTable.type(schema);
    String members = schema.has("properties") || schema.has("oneOf") ? SchemaTable.of(schema) : "";
    return "<p>" + Html.code(type) + named + "</p>" + members + example(type, media);
  }

  private String example(String type, JsonNode media) {
    return type.endsWith("json")
        ? "<details><summary>Example</summary><pre>%s</pre></details>"
            .formatted(Html.escaped(Example.text(new Example(contract).ofMedia(media))))
        : "";
  }
}
