package net.sociallook.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A schema as a list of its members, one row each; what has a name is linked, not repeated. */
final class SchemaTable {
  private final List<String> rows = new ArrayList<>();

  private SchemaTable() {}

  static String of(JsonNode schema) {
    SchemaTable table = new SchemaTable();
    table.members("", schema);
    String rows = String.join("\n", table.rows);
    return rows.isEmpty()
        ? "<p>" + type(schema) + "</p>"
        : "<dl class=\"members\">" + rows + "</dl>";
  }

  /** What a value may be, in a few words. */
  static String type(JsonNode schema) {
    String name = Contract.referred(schema);
    if (!name.isEmpty()) {
      return "<a href=\"#schema-%1$s\">%1$s</a>".formatted(Html.escaped(name));
    }
    if (schema.has("const")) {
      JsonNode value = schema.get("const");
      return Html.code(value.isContainer() ? value.toString() : value.asString());
    }
    if (schema.has("enum")) {
      return list(schema.get("enum"), Html::code, " ");
    }
    if (schema.isBoolean()) {
      return "never there";
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) {
        return StreamSupport.stream(schema.get(choice).spliterator(), false)
            .map(SchemaTable::type)
            .collect(Collectors.joining(" or "));
      }
    }
    return simple(schema);
  }

  private static String simple(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return list(type, Html::escaped, " or ");
    }
    if (type.asString("").equals("array")) {
      return "list of " + type(schema.path("items"));
    }
    String format = schema.path("format").asString("");
    String words = type.asString("anything") + (format.isEmpty() ? "" : ", " + format);
    return Html.escaped(words + range(schema));
  }

  private static String range(JsonNode schema) {
    String least = schema.path("minimum").asString("");
    String most = schema.path("maximum").asString("");
    String usual = schema.path("default").asString("");
    String range =
        most.isEmpty() ? (least.isEmpty() ? "" : " from " + least) : " " + least + " to " + most;
    return range + (usual.isEmpty() ? "" : ", else " + usual);
  }

  private static String list(
      JsonNode values, java.util.function.UnaryOperator<String> shown, String between) {
    return values
        .valueStream()
        .map(value -> shown.apply(value.asString("null")))
        .collect(Collectors.joining(between));
  }

  private void members(String before, JsonNode schema) {
    for (String choice : List.of("oneOf", "anyOf")) {
      schema.path(choice).forEach(one -> members(before, one));
    }
    if (schema.path("type").asString("").equals("array")) {
      members(before + "[]", schema.path("items"));
    }
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      String name = before.isEmpty() ? member.getKey() : before + "." + member.getKey();
      row(name, member.getValue(), required.contains(member.getKey()));
      members(name, member.getValue());
    }
  }

  private void row(String name, JsonNode schema, boolean required) {
    rows.add(
        "<dt>%s%s</dt><dd>%s%s</dd>"
            .formatted(
                Html.code(name).replace(".", ".<wbr>"),
                required ? "" : " <small>optional</small>",
                type(schema),
                notes(schema)));
  }

  /** Description and pattern. */
  static String notes(JsonNode schema) {
    String description = schema.path("description").asString("");
    String pattern = schema.path("pattern").asString("");
    return (description.isEmpty() ? "" : " " + Html.blocks(description))
        + (pattern.isEmpty() ? "" : " <span class=\"pattern\">" + Html.code(pattern) + "</span>");
  }
}
