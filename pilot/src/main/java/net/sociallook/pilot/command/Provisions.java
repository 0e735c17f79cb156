package net.sociallook.pilot.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a grant allows, for people to read. */
final class Provisions {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));

  private Provisions() {}

  static String inWords(RunningPilot pilot, JsonNode provisions) {
    return provisions.isEmpty()
        ? "nothing"
        : StreamSupport.stream(provisions.spliterator(), false)
            .map(provision -> one(pilot, provision))
            .collect(Collectors.joining("; "));
  }

  private static String one(RunningPilot pilot, JsonNode provision) {
    StringBuilder words = new StringBuilder(provision.path("permission").asString());
    words.append(" at ").append(pilot.institution(provision.path("holder").asString()).name());
    if (provision.hasNonNull("document")) {
      words.append(", only document ").append(provision.path("document").asString());
    }
    if (provision.hasNonNull("caseworker")) {
      words.append(", only ").append(provision.path("caseworker").asString());
    }
    // The end is excluded: the last day is the one before.
    Instant end = Instant.parse(provision.path("validUntil").asString());
    return words.append(", until ").append(DATE.format(end.minusSeconds(1))).toString();
  }
}
