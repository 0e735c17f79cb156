package net.sociallook.registry.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days and times as the reader writes them, in the time of Berlin. */
@Component
public class Dates {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** "September 2027" */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL uuuu", language().formats()).format(month);
  }

  /** "1. September 2027" */
  public String day(Instant instant) {
    return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), instant);
  }

  /** "Mittwoch, 1. September 2027 um 09:30" */
  public String dayAndTime(Instant instant) {
    return format(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT), instant);
  }

  /** "09:30" */
  public String clock(Instant instant) {
    return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), instant);
  }

  /** The last day of a period that ends, excluded, at this instant. */
  public String lastDay(Instant end) {
    return day(end.minusMillis(1));
  }

  /** "1. September 2027, 09:30" */
  public String time(Instant instant) {
    return time(instant, language());
  }

  /** The same, for a reader of another language than this page's. */
  public String time(Instant instant, PageLanguage reader) {
    return format(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT),
        instant,
        reader);
  }

  /** "0,8", rounded up: nothing takes no time. */
  public String seconds(long millis) {
    NumberFormat format = NumberFormat.getInstance(language().formats());
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    // Rounded before: the format would round up neither 1 ms nor 9.
    return format.format(
        BigDecimal.valueOf(Math.max(millis, 1), 3).setScale(1, RoundingMode.CEILING));
  }

  private static String format(DateTimeFormatter formatter, Instant instant) {
    return format(formatter, instant, language());
  }

  private static String format(
      DateTimeFormatter formatter, Instant instant, PageLanguage language) {
    String date = formatter.withLocale(language.formats()).withZone(BERLIN).format(instant);
    // The Ukrainian word for year in full: its short form ends with a dot, and so do sentences.
    return language == PageLanguage.UK ? date.replaceFirst("\\h?р\\.", " року") : date;
  }

  private static PageLanguage language() {
    return PageLanguage.of(LocaleContextHolder.getLocale());
  }
}
