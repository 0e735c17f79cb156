package net.sociallook.pilot.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a grant allows, for people to read. */
final class Provisions {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));

  private static final Duration YEAR = Duration.ofDays(365);

  private Provisions() {}

  /**
   * A provision from today on, of what is not sensitive; its members can be changed.
   *
   * @param lastDay included
   */
  static Map<String, String> form(String permission, String holder, LocalDate lastDay) {
    Map<String, String> provision = new LinkedHashMap<>();
    provision.put("permission", permission);
    provision.put("holder", holder);
    provision.put("purpose", "COC");
    provision.put(
        "validFrom",
        LocalDate.now(UntilDate.ZONE).atStartOfDay(UntilDate.ZONE).toInstant().toString());
    provision.put("validUntil", UntilDate.endOf(lastDay.toString()).toString());
    provision.put("maxConfidentiality", "N");
    return provision;
  }

  /**
   * The same provision, begun when one that stands and differs in nothing but its end was begun. So
   * it takes that one's place instead of standing beside it, and a token stays short.
   */
  static Map<String, String> extending(Map<String, String> provision, List<JsonNode> present) {
    Map<String, String> extended = new LinkedHashMap<>(provision);
    present.stream()
        .filter(one -> differsInTimesAlone(one, provision))
        .map(one -> one.path("validFrom").asString())
        .filter(from -> spansAYearAtMost(from, provision))
        .min(Comparator.comparing(Instant::parse))
        .ifPresent(from -> extended.put("validFrom", from));
    return extended;
  }

  private static boolean differsInTimesAlone(JsonNode one, Map<String, String> other) {
    return Stream.of("permission", "holder", "document", "team", "caseworker", "maxConfidentiality")
        .allMatch(member -> one.path(member).asString("").equals(other.getOrDefault(member, "")));
  }

  private static boolean spansAYearAtMost(String from, Map<String, String> provision) {
    Instant until = Instant.parse(provision.getOrDefault("validUntil", from));
    return Duration.between(Instant.parse(from), until).compareTo(YEAR) <= 0;
  }

  static String inWords(RunningPilot pilot, JsonNode provisions) {
    return provisions.isEmpty()
        ? "nothing"
        : StreamSupport.stream(provisions.spliterator(), false)
            .map(provision -> oneInWords(pilot, provision))
            .collect(Collectors.joining("; "));
  }

  /** One provision alone. */
  static String oneInWords(RunningPilot pilot, JsonNode provision) {
    StringBuilder words = new StringBuilder(provision.path("permission").asString());
    words.append(" at ").append(pilot.institution(provision.path("holder").asString()).name());
    if (provision.hasNonNull("document")) {
      words.append(", only document ").append(provision.path("document").asString());
    }
    if (provision.hasNonNull("team")) {
      words.append(", only team ").append(provision.path("team").asString());
    }
    if (provision.hasNonNull("caseworker")) {
      words.append(", only ").append(provision.path("caseworker").asString());
    }
    String ceiling = provision.path("maxConfidentiality").asString("N");
    if (!ceiling.equals("N")) {
      words.append(", confidential ones up to ").append(ceiling);
    }
    // The end is excluded: the last day is the one before.
    Instant end = Instant.parse(provision.path("validUntil").asString());
    return words.append(", until ").append(DATE.format(end.minusSeconds(1))).toString();
  }
}
