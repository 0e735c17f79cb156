package net.sociallook.adapter.jobcenter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sociallook.adapter.record.TimeRange;

/**
 * What is asked of a collection: one customer's rows, perhaps of some days only.
 *
 * @param days further parameters
 */
record Ask(String client, String days) {
  private static final Pattern CUSTOMER = Pattern.compile("[0-9]{3}[A-Z][0-9]{6}");

  static Ask of(String client) {
    return new Ask(client, "");
  }

  /** The days, both included, in which a range begins and ends. */
  Ask within(TimeRange range, ZoneId zone) {
    return new Ask(
        client, parameter("von", range.from(), zone) + parameter("bis", range.before(), zone));
  }

  /** Whether the id can be one of the case system's customers at all. */
  boolean isPossible() {
    return CUSTOMER.matcher(client).matches();
  }

  String target(String path, boolean newestFirst, Optional<String> mark) {
    return path
        + "?kdnr="
        + client
        + "&sortierung="
        + (newestFirst ? "ab" : "auf")
        + "&proSeite="
        + Walk.ROWS_A_PAGE
        + days
        + mark.map(text -> "&weiter=" + text).orElse("&seite=1");
  }

  private static String parameter(String name, Optional<Instant> limit, ZoneId zone) {
    return limit
        .map(instant -> Notation.day(instant.atZone(zone).toLocalDate()))
        .map(day -> "&" + name + "=" + URLEncoder.encode(day, StandardCharsets.UTF_8))
        .orElse("");
  }
}
