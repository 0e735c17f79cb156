package net.sociallook.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class DatesTest {
  private static final Instant EVENING = Instant.parse("2026-12-22T20:00:00Z");

  private final Dates dates = new Dates();

  @AfterEach
  void forget() {
    LocaleContextHolder.resetLocaleContext();
  }

  @ParameterizedTest
  @CsvSource({"0, '0,1'", "1, '0,1'", "100, '0,1'", "101, '0,2'", "3200, '3,2'", "60000, '60,0'"})
  void nothingTakesNoTime(long millis, String shown) {
    LocaleContextHolder.setLocale(Locale.GERMAN);
    assertThat(dates.seconds(millis)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "de, '22. Dezember 2026', '22. Dezember 2026, 21:00', '0,8'",
    "de-simple, '22. Dezember 2026', '22. Dezember 2026, 21:00', '0,8'",
    "en, '22 December 2026', '22 December 2026, 21:00', '0.8'",
    "uk, '22 грудня 2026 року', '22 грудня 2026 року, 21:00', '0,8'",
    "ar, '22 ديسمبر 2026', '22 ديسمبر 2026، 9:00 م', '0.8'"
  })
  void daysTimesAndNumbersAreThoseOfTheLanguage(
      String language, String day, String time, String seconds) {
    LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    assertThat(dates.day(EVENING)).isEqualTo(day);
    assertThat(dates.time(EVENING).replace('\u202f', ' ').replace('\u00a0', ' ')).isEqualTo(time);
    assertThat(dates.seconds(800)).isEqualTo(seconds);
  }

  @Test
  void dayCanEndASentenceInUkrainianToo() {
    LocaleContextHolder.setLocale(Locale.of("uk"));
    assertThat(dates.day(EVENING)).isEqualTo("22 грудня 2026 року");
    assertThat(dates.time(EVENING)).startsWith("22 грудня 2026 року").contains("21:00");
    assertThat(dates.dayAndTime(EVENING)).contains("2026 року").doesNotContain("р.");
  }
}
