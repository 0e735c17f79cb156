package net.sociallook.gateway.request;

import static net.sociallook.gateway.request.NotUnderstoodException.unless;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One parameter that a search may have.
 *
 * @param values the codes that can be searched for; empty where the form says what can
 * @param sanctions those among them that a benefit authority may not search for
 */
public record SearchParameter(String name, Form form, List<String> values, Set<String> sanctions) {
  private static final int MOST_TOKENS = 10;
  private static final Pattern SCHEDULE = Pattern.compile("(?:Schedule/)?[A-Za-z0-9.-]{1,64}");

  /** How a value is written. */
  public enum Form {
    /** One or more of {@link #values}, separated by commas. */
    CODES("token"),
    /** {@code code} or {@code system|code}, at most ten, separated by commas. */
    TOKENS("token"),
    /** A date with an optional prefix. */
    DATE("date"),
    /** {@code Schedule/id} or {@code id}. */
    SCHEDULE("reference");

    private final String fhirType;

    Form(String fhirType) {
      this.fhirType = fhirType;
    }

    /** The type of the parameter as FHIR calls it. */
    public String fhirType() {
      return fhirType;
    }
  }

  public SearchParameter {
    values = List.copyOf(values);
    sanctions = Set.copyOf(sanctions);
  }

  static SearchParameter of(String name, Form form) {
    return new SearchParameter(name, form, List.of(), Set.of());
  }

  static SearchParameter codes(String name, String... values) {
    return new SearchParameter(name, Form.CODES, List.of(values), Set.of());
  }

  SearchParameter neverToBenefitAuthorities(String... values) {
    return new SearchParameter(name, form, this.values, Set.of(values));
  }

  /** The one way of writing this value. */
  String canonical(String text) {
    return switch (form) {
      case CODES -> list(text, this::code, values.size());
      case TOKENS -> list(text, one -> CodeToken.parse(one).render(), MOST_TOKENS);
      case DATE -> DateBound.parse(text).render();
      case SCHEDULE -> schedule(text);
    };
  }

  /**
   * Whether it could serve a sanction to be told which resources have this value.
   *
   * @param canonical as {@link #canonical} wrote it
   */
  boolean couldSanction(String canonical) {
    return List.of(canonical.split(",")).stream().anyMatch(sanctions::contains);
  }

  private String code(String text) {
    unless(values.contains(text), Misfit.NOT_UNDERSTOOD);
    return text;
  }

  private static String schedule(String text) {
    unless(SCHEDULE.matcher(text).matches(), Misfit.NOT_UNDERSTOOD);
    return text.startsWith("Schedule/") ? text : "Schedule/" + text;
  }

  private static String list(String text, Function<String, String> each, int most) {
    List<String> all = List.of(text.split(",", -1)).stream().map(each).toList();
    boolean distinct = Set.copyOf(all).size() == all.size();
    unless(distinct && all.size() <= most, Misfit.NOT_UNDERSTOOD);
    return String.join(",", all);
  }
}
