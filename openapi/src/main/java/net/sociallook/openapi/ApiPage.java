package net.sociallook.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.sociallook.openapi.Contract.Operation;
import tools.jackson.databind.JsonNode;

/**
 * A contract as one page. It needs neither script nor anything from elsewhere but {@code page.css}.
 *
 * @param file of the contract
 */
record ApiPage(Contract contract, String file) {

  String html() {
    JsonNode info = contract.document().get("info");
    String title = Html.escaped(info.get("title").asString());
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%1$s</title>
    <link rel="stylesheet" href="page.css">
    </head>
    <body>
    <a class="skip" href="#content">To the content</a>
    <nav aria-label="Contents">%2$s</nav>
    <main id="content">
    <header>
    <h1>%1$s</h1>
    <p class="summary">%3$s</p>
    <p class="facts">Version %4$s · OpenAPI %5$s · <a href="%6$s">%6$s</a></p>
    %7$s
    </header>
    %8$s
    %9$s
    <section id="refusals"><h2>Refusals</h2>
    %10$s</section>
    <section id="schemas"><h2>Messages</h2>
    %11$s</section>
    </main>
    </body>
    </html>
    """
        .formatted(
            title,
            contents(),
            Html.inline(info.path("summary").asString("")),
            Html.escaped(info.get("version").asString()),
            contract.document().get("openapi").asString(),
            file,
            Html.blocks(info.path("description").asString("")),
            security(),
            groups(),
            refusals(),
            schemas());
  }

  /** What can be asked for, by tag; one group without name when there are no tags. */
  private Map<String, List<Operation>> offered() {
    Map<String, List<Operation>> groups = new LinkedHashMap<>();
    for (Operation operation : contract.operations()) {
      if (!operation.isRefused()) {
        groups.computeIfAbsent(operation.tag(), tag -> new ArrayList<>()).add(operation);
      }
    }
    return groups;
  }

  private String contents() {
    StringBuilder html = new StringBuilder("<details><summary>Contents</summary>");
    html.append("<p><a href=\"#security\">Who may ask</a></p>");
    offered()
        .forEach((tag, operations) ->
            html.append(
                operations.stream()
                    .map(one ->
                        "<li><a href=\"#%s\">%s</a></li>"
                            .formatted(one.id(), Html.inline(one.node().get("summary").asString())))
                    .collect(Collectors.joining("\n", heading(tag, "p") + "<ul>", "</ul>"))));
    return html.append(
            "<p><a href=\"#refusals\">Refusals</a></p><p><a href=\"#schemas\">Messages</a></p></details>")
        .toString();
  }

  private static String heading(String tag, String element) {
    String name = tag.isEmpty() ? "operations" : tag;
    return "<%1$s>%2$s%3$s</%1$s>"
        .formatted(element, Character.toUpperCase(name.charAt(0)), Html.escaped(name.substring(1)));
  }

  private String security() {
    return contract.document().at("/components/securitySchemes").properties().stream()
        .map(scheme ->
            "<dt>%s</dt><dd>%s%s</dd>"
                .formatted(
                    Html.code(scheme.getKey()),
                    Html.escaped(kind(scheme.getValue())),
                    SchemaTable.notes(scheme.getValue())))
        .collect(
            Collectors.joining(
                "\n",
                "<section id=\"security\"><h2>Who may ask</h2><dl class=\"members\">",
                "</dl></section>"));
  }

  private static String kind(JsonNode scheme) {
    return switch (scheme.get("type").asString()) {
      case "mutualTLS" -> "TLS client certificate";
      case "http" -> scheme.get("scheme").asString() + " token";
      case "apiKey" -> scheme.get("in").asString() + " " + scheme.get("name").asString();
      default -> scheme.get("type").asString();
    };
  }

  private String groups() {
    StringBuilder html = new StringBuilder();
    offered()
        .forEach((tag, operations) -> {
          html.append(heading(tag, "h2")).append(described(tag));
          operations.forEach(one -> html.append(new OperationSection(contract, one).html()));
        });
    return html.toString();
  }

  private String described(String tag) {
    return contract
        .document()
        .path("tags")
        .valueStream()
        .filter(one -> one.get("name").asString().equals(tag))
        .map(one -> Html.blocks(one.path("description").asString("")))
        .collect(Collectors.joining());
  }

  /** The named answers that are no success. */
  private String refusals() {
    Set<String> successes =
        offered().values().stream()
            .flatMap(List::stream)
            .flatMap(one -> one.node().get("responses").properties().stream())
            .filter(response -> response.getKey().startsWith("2"))
            .map(response -> Contract.referred(response.getValue()))
            .collect(Collectors.toSet());
    return contract.document().at("/components/responses").properties().stream()
        .filter(response -> !successes.contains(response.getKey()))
        .map(response ->
            "<article id=\"refusal-%1$s\"><h3>%1$s</h3>%2$s</article>\n"
                .formatted(
                    Html.escaped(response.getKey()),
                    new Message(contract, response.getValue()).html()))
        .collect(Collectors.joining());
  }

  private String schemas() {
    return contract.document().at("/components/schemas").properties().stream()
        .map(schema ->
            "<article id=\"schema-%1$s\"><h3>%1$s</h3>%2$s%3$s</article>\n"
                .formatted(
                    Html.escaped(schema.getKey()),
                    SchemaTable.notes(schema.getValue()),
                    SchemaTable.of(schema.getValue())))
        .collect(Collectors.joining());
  }
}
