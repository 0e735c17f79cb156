package net.sociallook.adapter.fhir;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sociallook.adapter.document.DocumentQuery;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.TimeRange;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;

/**
 * Understands the query of a search for documents, or refuses it.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html">FHIR search</a>
 */
record DocumentSearchParser(ZoneId zone) {
  private static final int USUAL_COUNT = 20;
  private static final Set<String> ALLOWED =
      Set.of("patient", "status", "type", "category", "date", "_lastUpdated", "_count", "_page");

  DocumentSearch parse(String query) {
    Parameters parameters = Parameters.parse(query, ALLOWED);
    return new DocumentSearch(
        parameters.one("patient").orElseThrow(DocumentSearchParser::misunderstood),
        new DocumentQuery(
            any(parameters, "status", DocumentStatus::of),
            any(parameters, "type", DocumentSearchParser::code),
            any(parameters, "category", DocumentSearchParser::code),
            times(parameters.all("date")),
            times(parameters.all("_lastUpdated"))),
        parameters.one("_count").map(DocumentSearchParser::count).orElse(USUAL_COUNT),
        parameters.one("_page"),
        parameters.without(Set.of("_count", "_page")));
  }

  // Values with commas between them: any of them. The same name twice would mean "and", which no
  // parameter but the dates can need.
  private static <T> Set<T> any(
      Parameters parameters, String name, Function<String, Optional<T>> parse) {
    return parameters.one(name).map(value -> List.of(value.split(",", -1))).stream()
        .flatMap(List::stream)
        .map(value -> parse.apply(value).orElseThrow(DocumentSearchParser::misunderstood))
        .collect(Collectors.toSet());
  }

  private static Optional<CodeFilter> code(String token) {
    String[] parts = token.split("\\|", -1);
    boolean blank = List.of(parts).stream().anyMatch(String::isEmpty);
    if (blank || parts.length > 2 || token.contains("\\")) {
      return Optional.empty();
    }
    return Optional.of(
        parts.length == 1
            ? new CodeFilter(Optional.empty(), parts[0])
            : new CodeFilter(Optional.of(parts[0]), parts[1]));
  }

  private TimeRange times(List<String> values) {
    if (values.size() > 2) {
      throw misunderstood();
    }
    return values.stream()
        .map(
            value -> DateFilter.parse(value, zone).orElseThrow(DocumentSearchParser::misunderstood))
        .reduce(TimeRange.ALWAYS, TimeRange::and);
  }

  private static int count(String value) {
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw misunderstood();
    }
    return Math.min(Integer.parseInt(value), PageRequest.MOST);
  }

  private static RefusedException misunderstood() {
    return new RefusedException(Refusal.PARAMETER_VALUE);
  }
}
