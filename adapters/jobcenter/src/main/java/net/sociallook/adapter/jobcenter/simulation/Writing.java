package net.sociallook.adapter.jobcenter.simulation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the case system writes things. */
final class Writing {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMANY);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.GERMANY);

  private Writing() {}

  static String day(@Nullable LocalDate day) {
    return day == null ? "00.00.0000" : DAY.format(day);
  }

  static String time(LocalDate day, int hour) {
    return TIME.format(day.atTime(hour, 0));
  }

  /** The day with which a text begins. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, Math.min(10, text.length())), DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Milliseconds since 1970, as a text. */
  static String millis(LocalDate day, int hour) {
    return String.valueOf(
        LocalDateTime.of(day, LocalTime.of(hour, 0)).atZone(ZONE).toInstant().toEpochMilli());
  }

  /** {@code 123.456}. */
  static String number(long number) {
    return String.format(Locale.GERMANY, "%,d", number);
  }
}
