package net.sociallook.adapter.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.adapter.record.TimeRange;

/**
 * Reads the value of a date parameter: a prefix {@code eq}, {@code ge}, {@code gt}, {@code le},
 * {@code lt} or none, and a year, month, day or instant with offset. A value means the whole span
 * that its precision leaves open.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#date">FHIR search, date</a>
 */
final class DateFilter {
  private static final Pattern FORM = Pattern.compile("(eq|ge|gt|le|lt)?([0-9].*)");

  private DateFilter() {}

  /**
   * @param zone in which a date without a time is meant
   */
  static Optional<TimeRange> parse(String value, ZoneId zone) {
    Matcher form = FORM.matcher(value);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(range(Optional.ofNullable(form.group(1)), span(form.group(2), zone)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static TimeRange range(Optional<String> prefix, Span span) {
    return switch (prefix.orElse("eq")) {
      case "ge" -> new TimeRange(Optional.of(span.start), Optional.empty());
      case "gt" -> new TimeRange(Optional.of(span.end), Optional.empty());
      case "le" -> new TimeRange(Optional.empty(), Optional.of(span.end));
      case "lt" -> new TimeRange(Optional.empty(), Optional.of(span.start));
      default -> new TimeRange(Optional.of(span.start), Optional.of(span.end));
    };
  }

  private static Span span(String text, ZoneId zone) {
    return switch (text.length()) {
      case 4 -> days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1), zone);
      case 7 ->
          days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).plusMonths(1).atDay(1), zone);
      case 10 -> days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1), zone);
      default -> {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        yield new Span(instant, instant.plus(1, precision(text)));
      }
    };
  }

  private static ChronoUnit precision(String instant) {
    if (instant.contains(".")) {
      return ChronoUnit.MILLIS;
    }
    String time = instant.substring(instant.indexOf('T') + 1).split("[Z+-]", 2)[0];
    return time.length() > "10:00".length() ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
  }

  private static Span days(LocalDate first, LocalDate after, ZoneId zone) {
    return new Span(first.atStartOfDay(zone).toInstant(), after.atStartOfDay(zone).toInstant());
  }

  /**
   * @param end excluded
   */
  private record Span(Instant start, Instant end) {}
}
