package net.sociallook.openapi;

import java.util.Map;
import java.util.stream.Collectors;
import net.sociallook.openapi.Contract.Operation;
import tools.jackson.databind.JsonNode;

/** One operation: what it needs, takes and answers. */
record OperationSection(Contract contract, Operation operation) {

  String html() {
    JsonNode node = operation.node();
    return """
    <section class="operation" id="%s">
    <h3><span class="method %s">%s</span> <code>%s</code></h3>
    <p class="summary">%s</p>
    %s
    <p class="needs">%s</p>
    %s%s%s
    </section>
    """
        .formatted(
            operation.id(),
            operation.method(),
            operation.method().toUpperCase(java.util.Locale.ROOT),
            path(),
            Html.inline(node.path("summary").asString("")),
            Html.blocks(node.path("description").asString("")),
            needs(),
            parameters(),
            request(),
            responses());
  }

  /** Lines may break after a slash. */
  private String path() {
    return Html.escaped(operation.path()).replace("/", "/<wbr>");
  }

  private String needs() {
    JsonNode own = operation.node().path("security");
    JsonNode security = own.isMissingNode() ? contract.document().path("security") : own;
    String ways =
        security
            .valueStream()
            .map(way ->
                way.isEmpty()
                    ? "nothing"
                    : way.propertyNames().stream()
                        .map(Html::escaped)
                        .collect(Collectors.joining(" and ")))
            .collect(Collectors.joining(", or "));
    return "Needs: " + (ways.isEmpty() ? "nothing" : ways);
  }

  private String parameters() {
    if (operation.parameters().isEmpty()) {
      return "";
    }
    return operation.parameters().stream()
        .map(one ->
            "<dt>%s <small>%s%s</small></dt><dd>%s%s%s</dd>"
                .formatted(
                    Html.code(one.path("name").asString()),
                    Html.escaped(one.path("in").asString()),
                    one.path("required").asBoolean(false) ? "" : ", optional",
                    SchemaTable.type(one.path("schema")),
                    SchemaTable.notes(one),
                    SchemaTable.notes(one.path("schema"))))
        .collect(Collectors.joining("\n", "<h4>Parameters</h4><dl class=\"members\">", "</dl>\n"));
  }

  private String request() {
    JsonNode body = contract.resolve(operation.node().path("requestBody"));
    return body.isMissingNode() ? "" : "<h4>Request</h4>" + new Message(contract, body).html();
  }

  private String responses() {
    StringBuilder html = new StringBuilder("<h4>Answers</h4>");
    for (Map.Entry<String, JsonNode> one : operation.node().get("responses").properties()) {
      String status = one.getKey().equals("default") ? "else" : one.getKey();
      html.append(
          "<div class=\"answer\"><p><b class=\"status s%s\">%s</b></p><div>%s</div></div>"
              .formatted(status.charAt(0), Html.escaped(status), response(status, one.getValue())));
    }
    return html.toString();
  }

  /** Refusals that have a name are linked, since many operations share them. */
  private String response(String status, JsonNode node) {
    String name = Contract.referred(node);
    return name.isEmpty() || status.startsWith("2")
        ? new Message(contract, contract.resolve(node)).html()
        : "<p><a href=\"#refusal-%1$s\">%1$s</a></p>".formatted(Html.escaped(name));
  }
}
