package net.sociallook.gateway.request;

import static net.sociallook.gateway.request.NotUnderstoodException.unless;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import net.sociallook.consent.ClientId;

/**
 * A search for documents. Every parameter that exists is here; no other can be written.
 *
 * @param patient whom the asker means, in the recipient's own id of her; never passed on
 */
public record DocumentQuery(
    Optional<ClientId> patient,
    List<String> status,
    List<CodeToken> type,
    List<CodeToken> category,
    Optional<DateBound> date,
    Optional<DateBound> lastUpdated,
    OptionalInt count) {

  static final String CURSOR = "_cursor";
  private static final Set<String> NAMES =
      Set.of("patient", "status", "type", "category", "date", "_lastUpdated", "_count", "_format");
  private static final Set<String> STATUS = Set.of("current", "superseded", "entered-in-error");
  private static final Set<String> FORMATS =
      Set.of("json", "application/json", "application/fhir+json");
  private static final Pattern PATIENT = Pattern.compile("(?:Patient/)?([0-9a-f]{32})");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]?|100");
  private static final int MOST_VALUES = 10;

  public DocumentQuery {
    status = List.copyOf(status);
    type = List.copyOf(type);
    category = List.copyOf(category);
  }

  static DocumentQuery parse(Map<String, String> parameters) {
    unless(NAMES.containsAll(parameters.keySet()), Misfit.NOT_UNDERSTOOD);
    checkFormat(parameters);
    return new DocumentQuery(
        one(parameters, "patient").map(DocumentQuery::patientOf),
        list(parameters, "status", DocumentQuery::statusOf),
        list(parameters, "type", CodeToken::parse),
        list(parameters, "category", CodeToken::parse),
        one(parameters, "date").map(DateBound::parse),
        one(parameters, "_lastUpdated").map(DateBound::parse),
        one(parameters, "_count")
            .map(text -> OptionalInt.of(countOf(text)))
            .orElseGet(OptionalInt::empty));
  }

  /** Reads what {@link #render} made, as a cursor keeps it. */
  public static Optional<DocumentQuery> ofRendered(String rendered) {
    try {
      return Optional.of(parse(Parameters.parse(rendered)));
    } catch (NotUnderstoodException e) {
      return Optional.empty();
    }
  }

  static void checkFormat(Map<String, String> parameters) {
    one(parameters, "_format")
        .ifPresent(format -> unless(FORMATS.contains(format), Misfit.NOT_UNDERSTOOD));
  }

  /** The query string, in one order; empty where nothing is asked for. */
  public String render() {
    Rendering out = new Rendering();
    patient.ifPresent(id -> out.add("patient", id.value()));
    out.addAll("status", status);
    out.addAll("type", type.stream().map(CodeToken::render).toList());
    out.addAll("category", category.stream().map(CodeToken::render).toList());
    date.ifPresent(bound -> out.add("date", bound.render()));
    lastUpdated.ifPresent(bound -> out.add("_lastUpdated", bound.render()));
    count.ifPresent(number -> out.add("_count", Integer.toString(number)));
    return out.toString();
  }

  /** This query about another id of the client. */
  public DocumentQuery about(ClientId other) {
    return new DocumentQuery(Optional.of(other), status, type, category, date, lastUpdated, count);
  }

  /** This query for pages of another size. */
  public DocumentQuery inPagesOf(int entries) {
    return new DocumentQuery(
        patient, status, type, category, date, lastUpdated, OptionalInt.of(entries));
  }

  private static ClientId patientOf(String text) {
    var matcher = PATIENT.matcher(text);
    unless(matcher.matches(), Misfit.NOT_UNDERSTOOD);
    return new ClientId(matcher.group(1));
  }

  private static String statusOf(String text) {
    unless(STATUS.contains(text), Misfit.NOT_UNDERSTOOD);
    return text;
  }

  private static int countOf(String text) {
    unless(COUNT.matcher(text).matches(), Misfit.NOT_UNDERSTOOD);
    return Integer.parseInt(text);
  }

  private static Optional<String> one(Map<String, String> parameters, String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  private static <T> List<T> list(
      Map<String, String> parameters, String name, Function<String, T> parser) {
    Optional<String> value = one(parameters, name);
    if (value.isEmpty()) {
      return List.of();
    }
    List<T> all = List.of(value.get().split(",", -1)).stream().map(parser).toList();
    boolean distinct = Set.copyOf(all).size() == all.size();
    unless(distinct && all.size() <= MOST_VALUES, Misfit.NOT_UNDERSTOOD);
    return all;
  }
}
