package net.sociallook.pilot.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The client's log as a table, the oldest first. */
final class LogTable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());
  private static final String LINE = "%-19s  %-30s  %-34s  %s%n";

  private LogTable() {}

  static String of(List<JsonNode> entries) {
    if (entries.isEmpty()) {
      return "Nobody has asked for anything yet.";
    }
    StringBuilder table = new StringBuilder();
    table.append(String.format(Locale.ROOT, LINE, "when", "who", "what", "what came of it"));
    entries.reversed().forEach(entry -> table.append(line(entry)));
    return table.toString().stripTrailing();
  }

  private static String line(JsonNode entry) {
    return String.format(
        Locale.ROOT,
        LINE,
        TIME.format(Instant.parse(entry.path("at").asString())),
        who(entry),
        what(entry),
        outcome(entry));
  }

  private static String who(JsonNode entry) {
    String institution = entry.path("recipient").path("name").asString("");
    String person = entry.path("person").path("name").asString("");
    return person.isEmpty() ? institution : person + ", " + shortened(institution);
  }

  private static String shortened(String institution) {
    return institution.split(" ", 2)[0];
  }

  private static String what(JsonNode entry) {
    if (entry.path("kind").asString("").equals("token-refused")) {
      return "asked for access" + at(entry);
    }
    if (entry.path("kind").asString("").equals("desk")) {
      return "at the desk: " + entry.at("/desk/act").asString("").replace('-', ' ');
    }
    String resource = entry.path("resource").asString("");
    return (entry.path("interaction").asString("request")
            + " "
            + entry.path("type").asString("")
            + (resource.isEmpty() ? "" : " " + resource))
        .strip();
  }

  private static String at(JsonNode entry) {
    String holder = entry.path("holder").path("name").asString("");
    return holder.isEmpty() ? "" : " to " + shortened(holder);
  }

  private static String outcome(JsonNode entry) {
    if (entry.path("kind").asString("").equals("desk")) {
      return "done";
    }
    if (entry.path("decision").asString("").equals("deny")) {
      return "refused: " + entry.path("reason").asString("not said why");
    }
    if (entry.path("httpStatus").asInt(0) == 404) {
      return "nothing to be seen";
    }
    String status = entry.path("status").asString("");
    long released = entry.path("releasedCount").asLong(0);
    return status.equals("completed") ? "answered, " + released + " released" : status;
  }
}
