package net.sociallook.gateway.request;

import static net.sociallook.gateway.request.NotUnderstoodException.unless;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.ResourceType;

/**
 * A search for resources of one type. It has no parameters but those of {@link SearchTable}.
 *
 * @param patient whom the asker means, in the recipient's own id of her; never passed on
 * @param values by parameter, each written in one way, in the order of the table
 */
public record Query(
    ResourceType type, Optional<ClientId> patient, Map<String, String> values, OptionalInt count) {

  static final String CURSOR = "_cursor";
  private static final String PATIENT_NAME = "patient";
  private static final String COUNT_NAME = "_count";
  private static final String FORMAT_NAME = "_format";
  private static final Set<String> FORMATS =
      Set.of("json", "application/json", "application/fhir+json");
  private static final Pattern PATIENT = Pattern.compile("(?:Patient/)?([0-9a-f]{32})");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]?|100");

  public Query {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * @param type one that can be searched
   */
  static Query parse(ResourceType type, Map<String, String> parameters) {
    Map<String, String> left = new LinkedHashMap<>(parameters);
    checkFormat(parameters);
    left.remove(FORMAT_NAME);
    Optional<ClientId> patient =
        type.hasClient()
            ? Optional.ofNullable(left.remove(PATIENT_NAME)).map(Query::patientOf)
            : Optional.empty();
    String count = left.remove(COUNT_NAME);
    Map<String, String> values = new LinkedHashMap<>();
    for (SearchParameter parameter : SearchTable.parameters(type)) {
      String value = left.remove(parameter.name());
      if (value != null) {
        values.put(parameter.name(), parameter.canonical(value));
      }
    }
    unless(left.isEmpty(), Misfit.NOT_UNDERSTOOD);
    return new Query(
        type,
        patient,
        values,
        count == null ? OptionalInt.empty() : OptionalInt.of(countOf(count)));
  }

  /** Reads what {@link #kept} made. */
  public static Optional<Query> ofKept(String kept) {
    String[] parts = kept.split("\\?", 2);
    try {
      return Arrays.stream(ResourceType.values())
          .filter(type -> type.code().equals(parts[0]) && parts.length == 2)
          .filter(SearchTable.types()::contains)
          .findFirst()
          .map(type -> parse(type, Parameters.parse(parts[1])));
    } catch (NotUnderstoodException e) {
      return Optional.empty();
    }
  }

  static void checkFormat(Map<String, String> parameters) {
    Optional.ofNullable(parameters.get(FORMAT_NAME))
        .ifPresent(format -> unless(FORMATS.contains(format), Misfit.NOT_UNDERSTOOD));
  }

  /** The whole query, as a cursor keeps it. */
  public String kept() {
    return type.code() + "?" + render();
  }

  /** The query string, in one order; empty where nothing is asked for. */
  public String render() {
    Rendering out = new Rendering();
    patient.ifPresent(id -> out.add(PATIENT_NAME, id.value()));
    values.forEach(out::add);
    count.ifPresent(number -> out.add(COUNT_NAME, Integer.toString(number)));
    return out.toString();
  }

  /** This query about another id of the client; unchanged where the type has no client. */
  public Query about(ClientId other) {
    return type.hasClient() ? new Query(type, Optional.of(other), values, count) : this;
  }

  /** This query for pages of another size. */
  public Query inPagesOf(int entries) {
    return new Query(type, patient, values, OptionalInt.of(entries));
  }

  /** Whether to be told what has these values could become the basis of a sanction. */
  public boolean couldSanction() {
    return SearchTable.parameters(type).stream()
        .anyMatch(parameter -> {
          String value = values.get(parameter.name());
          return value != null && parameter.couldSanction(value);
        });
  }

  private static ClientId patientOf(String text) {
    var matcher = PATIENT.matcher(text);
    unless(matcher.matches(), Misfit.NOT_UNDERSTOOD);
    return new ClientId(matcher.group(1));
  }

  private static int countOf(String text) {
    unless(COUNT.matcher(text).matches(), Misfit.NOT_UNDERSTOOD);
    return Integer.parseInt(text);
  }
}
