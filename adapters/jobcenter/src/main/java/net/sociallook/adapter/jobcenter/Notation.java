package net.sociallook.adapter.jobcenter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the case system writes days, times and numbers. Empty where a text is not of that form. */
final class Notation {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern LOCAL_TIME = Pattern.compile("(.{16})([AB])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{3}){0,5}|[0-9]{1,18}");

  private Notation() {}

  /** {@code 31.12.2026}. */
  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /**
   * {@code 25.10.2026 02:30B}, on the clock of a place. In the hour that comes twice, A is the
   * first (also where no letter stands) and B the second; elsewhere there is no letter. The hour
   * that is left out in spring has no times.
   */
  static Optional<Instant> time(String text, ZoneId zone) {
    Matcher form = LOCAL_TIME.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = LocalDateTime.parse(form.group(1), TIME);
      List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
      Optional<String> hour = Optional.ofNullable(form.group(2));
      if (offsets.isEmpty() || hour.isPresent() && offsets.size() < 2) {
        return Optional.empty();
      }
      boolean second = hour.filter("B"::equals).isPresent();
      return Optional.of(local.toInstant(second ? offsets.getLast() : offsets.getFirst()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code 1234567} or {@code 1.234.567}. */
  static Optional<Long> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(Long.valueOf(text.replace(".", "")))
        : Optional.empty();
  }
}
