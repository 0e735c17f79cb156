package net.sociallook.registry.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and times as the reader writes them, in the time of Berlin. */
@Component
public class Dates {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** "1. September 2027" */
  public String day(Instant instant) {
    return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), instant);
  }

  /** The last day of a period that ends, excluded, at this instant. */
  public String lastDay(Instant end) {
    return day(end.minusMillis(1));
  }

  /** "1. September 2027, 09:30" */
  public String time(Instant instant) {
    return format(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), instant);
  }

  private static String format(DateTimeFormatter formatter, Instant instant) {
    PageLanguage language = PageLanguage.of(LocaleContextHolder.getLocale());
    return formatter.withLocale(language.formats()).withZone(BERLIN).format(instant);
  }
}
