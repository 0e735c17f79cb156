package net.sociallook.gateway.request;

import static net.sociallook.gateway.request.NotUnderstoodException.unless;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date to compare with, as precise as it was written.
 *
 * @param value a year, month, day or instant that exists
 * @see <a href="https://hl7.org/fhir/R4/search.html#date">FHIR R4, date search</a>
 */
public record DateBound(Prefix prefix, String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "(eq|gt|lt|ge|le)?([0-9]{4}(-[0-9]{2}(-[0-9]{2}"
              + "(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?)?)");

  /** How a date is compared. {@code EQ} is written where nothing is. */
  public enum Prefix {
    EQ,
    GT,
    LT,
    GE,
    LE
  }

  static DateBound parse(String text) {
    Matcher matcher = FORM.matcher(text);
    unless(matcher.matches(), Misfit.NOT_UNDERSTOOD);
    String prefix = matcher.group(1) == null ? "eq" : matcher.group(1);
    String value = matcher.group(2);
    try {
      requireReal(value);
    } catch (DateTimeException e) {
      throw new NotUnderstoodException(Misfit.NOT_UNDERSTOOD);
    }
    return new DateBound(Prefix.valueOf(prefix.toUpperCase(Locale.ROOT)), value);
  }

  String render() {
    return prefix.name().toLowerCase(Locale.ROOT) + value;
  }

  private static void requireReal(String value) {
    switch (value.length()) {
      case 4 -> {}
      case 7 -> YearMonth.parse(value);
      case 10 -> LocalDate.parse(value);
      default -> OffsetDateTime.parse(value);
    }
  }
}
