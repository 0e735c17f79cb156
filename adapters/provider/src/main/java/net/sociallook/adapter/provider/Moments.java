package net.sociallook.adapter.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import net.sociallook.adapter.record.TimeRange;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Times of FHIR, which may be as coarse as a year, as the finer ones of the records.
 *
 * @see <a href="https://hl7.org/fhir/R4/datatypes.html#dateTime">dateTime</a>
 */
final class Moments {
  private Moments() {}

  /** The time that is said, or the first instant of the day, month or year. */
  static Instant start(BaseDateTimeType time, ZoneId zone) {
    String text = SystemFailure.unlessGiven(time.getValueAsString(), "time");
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : firstDay(text).atStartOfDay(zone).toInstant();
  }

  /** The day that is said, or the first of the month or year. */
  static LocalDate firstDay(BaseDateTimeType time, ZoneId zone) {
    String text = SystemFailure.unlessGiven(time.getValueAsString(), "date");
    return text.contains("T") ? start(time, zone).atZone(zone).toLocalDate() : firstDay(text);
  }

  /** The day that is said, or the last of the month or year. */
  static LocalDate lastDay(BaseDateTimeType time, ZoneId zone) {
    String text = SystemFailure.unlessGiven(time.getValueAsString(), "date");
    return switch (text.length()) {
      case 4 -> Year.parse(text).atMonth(12).atEndOfMonth();
      case 7 -> YearMonth.parse(text).atEndOfMonth();
      default -> firstDay(time, zone);
    };
  }

  static Optional<LocalDate> lastDayIfGiven(BaseDateTimeType time, ZoneId zone) {
    return time.isEmpty() ? Optional.empty() : Optional.of(lastDay(time, zone));
  }

  static Instant given(@Nullable Date time, String element) {
    return SystemFailure.unlessGiven(time, element).toInstant();
  }

  static Instant lastUpdated(Resource resource) {
    return given(resource.getMeta().getLastUpdated(), "meta.lastUpdated");
  }

  /** Whether a day lies in a range; a day that is not set lies only in the range of all times. */
  static boolean holds(TimeRange range, Optional<LocalDate> day, ZoneId zone) {
    return range.equals(TimeRange.ALWAYS)
        || day.map(it -> range.contains(it.atStartOfDay(zone).toInstant())).orElse(false);
  }

  private static LocalDate firstDay(String text) {
    return switch (text.length()) {
      case 4 -> Year.parse(text).atDay(1);
      case 7 -> YearMonth.parse(text).atDay(1);
      default -> LocalDate.parse(text);
    };
  }
}
