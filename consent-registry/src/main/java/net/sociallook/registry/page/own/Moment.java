package net.sociallook.registry.page.own;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When something was or will be, as exactly as FHIR says.
 *
 * @see <a href="https://hl7.org/fhir/R4/datatypes.html#dateTime">FHIR R4, dateTime</a>
 */
public sealed interface Moment {
  ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  Pattern COARSE = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2]))?");
  int DAY_LENGTH = 10;

  /** Its first instant. */
  Instant begin();

  /**
   * The day where the time is midnight in Berlin: a system that knows the day of a document alone
   * has to send an instant all the same.
   */
  default Moment asWritten() {
    return this instanceof Time && begin().atZone(BERLIN).toLocalTime().equals(LocalTime.MIDNIGHT)
        ? new Day(begin())
        : this;
  }

  /** To the second. */
  record Time(Instant begin) implements Moment {}

  /** A day. */
  record Day(Instant begin) implements Moment {}

  /**
   * A month or a year.
   *
   * @param text as FHIR writes it
   */
  record Coarse(Instant begin, String text) implements Moment {}

  /** Empty for what is no date of FHIR. */
  static Optional<Moment> of(String fhir) {
    try {
      if (COARSE.matcher(fhir).matches()) {
        String first = (fhir + "-01-01").substring(0, DAY_LENGTH);
        return Optional.of(new Coarse(startOf(first), fhir));
      }
      return Optional.of(
          fhir.length() == DAY_LENGTH
              ? new Day(startOf(fhir))
              : new Time(OffsetDateTime.parse(fhir).toInstant()));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Instant startOf(String day) {
    return LocalDate.parse(day).atStartOfDay(BERLIN).toInstant();
  }
}
