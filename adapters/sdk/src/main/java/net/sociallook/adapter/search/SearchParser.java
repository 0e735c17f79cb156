package net.sociallook.adapter.search;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.adapter.record.CodeFilter;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.TimeRange;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;

/**
 * Understands the query of a search, or refuses it.
 *
 * @param zone in which a date without a time is meant
 * @see <a href="https://hl7.org/fhir/R4/search.html">FHIR search</a>
 */
public record SearchParser(ZoneId zone) {
  private static final int USUAL_COUNT = 20;
  private static final String ID = "[A-Za-z0-9.-]{1,60}";

  /**
   * @throws RefusedException if a parameter is not one of the kind, or its value not understood
   */
  public Search parse(ResourceKind kind, String query) {
    Parameters parameters = Parameters.parse(query, kind.names());
    Optional<String> patient = parameters.one("patient");
    if (kind.isAboutPatient() && patient.isEmpty()) {
      throw misunderstood();
    }
    return new Search(
        patient,
        filters(kind, parameters),
        parameters.one("_count").map(SearchParser::count).orElse(USUAL_COUNT),
        parameters.one("_page"),
        parameters.without(Set.of("_count", "_page")));
  }

  private Filters filters(ResourceKind kind, Parameters parameters) {
    Map<String, Set<CodeFilter>> codes = new HashMap<>();
    Map<String, TimeRange> times = new HashMap<>();
    for (SearchParameter parameter : kind.parameters()) {
      String name = parameter.name();
      if (parameters.all(name).isEmpty() || !parameter.form().filters()) {
        continue;
      }
      switch (parameter.form()) {
        case ValueForm.AnyCode form -> codes.put(name, any(parameters, name, SearchParser::code));
        case ValueForm.Choice(Set<String> all) ->
            codes.put(name, any(parameters, name, value -> choice(all, value)));
        case ValueForm.Reference(String type) ->
            codes.put(name, any(parameters, name, value -> id(type, value)));
        case ValueForm.Date form -> times.put(name, times(parameters.all(name)));
        case ValueForm.Patient form -> throw noFilter(name);
        case ValueForm.Count form -> throw noFilter(name);
        case ValueForm.Position form -> throw noFilter(name);
      }
    }
    return new Filters(codes, times);
  }

  // Values with commas between them: any of them. The same name twice would mean "and", which no
  // parameter but the dates can need.
  private static Set<CodeFilter> any(
      Parameters parameters, String name, Function<String, Optional<CodeFilter>> parse) {
    return parameters.one(name).map(value -> List.of(value.split(",", -1))).stream()
        .flatMap(List::stream)
        .map(value -> parse.apply(value).orElseThrow(SearchParser::misunderstood))
        .collect(Collectors.toSet());
  }

  private static Optional<CodeFilter> code(String token) {
    String[] parts = token.split("\\|", -1);
    boolean blank = Stream.of(parts).anyMatch(String::isEmpty);
    if (blank || parts.length > 2 || token.contains("\\")) {
      return Optional.empty();
    }
    return Optional.of(
        parts.length == 1
            ? new CodeFilter(Optional.empty(), parts[0])
            : new CodeFilter(Optional.of(parts[0]), parts[1]));
  }

  private static Optional<CodeFilter> choice(Set<String> codes, String value) {
    return codes.contains(value)
        ? Optional.of(new CodeFilter(Optional.empty(), value))
        : Optional.empty();
  }

  private static Optional<CodeFilter> id(String type, String value) {
    String id = value.startsWith(type + "/") ? value.substring(type.length() + 1) : value;
    return id.matches(ID) ? Optional.of(new CodeFilter(Optional.empty(), id)) : Optional.empty();
  }

  private TimeRange times(List<String> values) {
    if (values.size() > 2) {
      throw misunderstood();
    }
    return values.stream()
        .map(value -> DateFilter.parse(value, zone).orElseThrow(SearchParser::misunderstood))
        .reduce(TimeRange.ALWAYS, TimeRange::and);
  }

  private static int count(String value) {
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw misunderstood();
    }
    return Math.min(Integer.parseInt(value), PageRequest.MOST);
  }

  private static IllegalStateException noFilter(String name) {
    return new IllegalStateException("parameter: " + name + " (expected: one that filters)");
  }

  private static RefusedException misunderstood() {
    return new RefusedException(Refusal.PARAMETER_VALUE);
  }
}
