package net.sociallook.registry.page.log;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.sociallook.registry.ledger.view.LogFilter;
import net.sociallook.registry.ledger.view.LogKind;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a client wants to see of her log, as it stands in the address.
 *
 * @param before where an older part begins
 * @param titles whether to ask for the titles of what the lines are about
 */
record LogWish(LogFilter filter, long before, boolean titles) {

  /**
   * @throws Refused if something in it is not understood
   */
  static LogWish of(Map<String, String> given) {
    return new LogWish(
        new LogFilter(
            given(given, "own").map(LogWish::flag).orElse(false),
            given(given, "institution"),
            given(given, "kind").map(LogWish::kind),
            given(given, "decision").map(LogWish::decision),
            given(given, "month").map(parsed(YearMonth::parse))),
        given(given, "before").map(parsed(Long::parseLong)).orElse(Long.MAX_VALUE),
        given(given, "titles").map(LogWish::flag).orElse(false));
  }

  /** The fields of a form that says nothing in them are sent all the same. */
  private static Optional<String> given(Map<String, String> given, String name) {
    return Optional.ofNullable(given.get(name)).filter(value -> !value.isBlank());
  }

  private static LogKind kind(String code) {
    return LogKind.ofCode(code).orElseThrow(LogWish::malformed);
  }

  private static boolean decision(String code) {
    return switch (code) {
      case "allowed" -> true;
      case "refused" -> false;
      default -> throw malformed();
    };
  }

  private static boolean flag(String value) {
    if (!value.equals("true")) {
      throw malformed();
    }
    return true;
  }

  private static <T> Function<String, T> parsed(Function<String, T> parser) {
    return value -> {
      try {
        return parser.apply(value);
      } catch (DateTimeException | NumberFormatException e) {
        throw malformed();
      }
    };
  }

  private static Refused malformed() {
    return new Refused(Problem.MALFORMED);
  }

  /** Whether less than everything is wanted. */
  public boolean isNarrow() {
    return filter.institution().isPresent()
        || filter.kind().isPresent()
        || filter.permitted().isPresent()
        || filter.month().isPresent();
  }

  public boolean isOlder() {
    return before != Long.MAX_VALUE;
  }

  public String decision() {
    return filter.permitted().map(permitted -> permitted ? "allowed" : "refused").orElse("");
  }

  /** The address of this selection below a path, from its newest line on. */
  public String at(String path) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    if (filter.own()) {
      address.queryParam("own", true);
    }
    filter.institution().ifPresent(id -> address.queryParam("institution", id));
    filter.kind().ifPresent(kind -> address.queryParam("kind", kind.code()));
    filter.permitted().ifPresent(permitted -> address.queryParam("decision", decision()));
    filter.month().ifPresent(month -> address.queryParam("month", month));
    return address.encode().build().toUriString();
  }

  /** The address of what comes after this line. */
  String olderThan(long sequence) {
    return UriComponentsBuilder.fromUriString(at("/log"))
        .queryParam("before", sequence)
        .build()
        .toUriString();
  }

  /** The address of the same lines, with the titles of what they are about. */
  public String withTitles() {
    return UriComponentsBuilder.fromUriString(isOlder() ? olderThan(before) : at("/log"))
        .queryParam("titles", true)
        .build()
        .toUriString();
  }
}
