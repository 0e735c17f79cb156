package net.sociallook.openapi;

import java.util.List;
import java.util.stream.Collectors;

/** Text of a contract as HTML; of Markdown what the contracts use. */
final class Html {
  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String code(String text) {
    return "<code>" + escaped(text) + "</code>";
  }

  /** One line of text with {@code `code`} in it. */
  static String inline(String text) {
    return escaped(text).replaceAll("`([^`]+)`", "<code>$1</code>");
  }

  /** Paragraphs, tables and lists. */
  static String blocks(String markdown) {
    return List.of(markdown.strip().split("\n\\s*\n")).stream()
        .filter(block -> !block.isBlank())
        .map(Html::block)
        .collect(Collectors.joining("\n"));
  }

  private static String block(String block) {
    if (block.startsWith("|")) {
      return table(block.lines().toList());
    }
    if (block.startsWith("- ")) {
      return List.of(block.substring(2).split("\n- ")).stream()
          .map(item -> "<li>" + inline(item) + "</li>")
          .collect(Collectors.joining("", "<ul>", "</ul>"));
    }
    return "<p>" + inline(block) + "</p>";
  }

  private static String table(List<String> lines) {
    String body =
        lines.stream().skip(2).map(line -> row(line, "td")).collect(Collectors.joining("\n"));
    return "<table><thead>"
        + row(lines.get(0), "th")
        + "</thead><tbody>\n"
        + body
        + "</tbody></table>";
  }

  private static String row(String line, String cell) {
    return List.of(line.replaceAll("^\\||\\|$", "").split("\\|")).stream()
        .map(text -> "<" + cell + ">" + inline(text.strip()) + "</" + cell + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
