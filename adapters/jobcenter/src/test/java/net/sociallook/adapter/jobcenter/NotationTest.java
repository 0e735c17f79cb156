package net.sociallook.adapter.jobcenter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, times and numbers as the case system writes them. */
class NotationTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "24.12.2026 09:30, 2026-12-24T08:30:00Z",
    "24.06.2026 09:30, 2026-06-24T07:30:00Z",
    "31.12.2026 23:59, 2026-12-31T22:59:00Z",
    "01.01.2027 00:00, 2026-12-31T23:00:00Z",
    "29.02.2028 12:00, 2028-02-29T11:00:00Z",
    // the clock goes on from 02:00 to 03:00
    "29.03.2026 01:59, 2026-03-29T00:59:00Z",
    "29.03.2026 03:00, 2026-03-29T01:00:00Z",
    // the hour from 02:00 to 03:00 comes twice
    "25.10.2026 01:59, 2026-10-24T23:59:00Z",
    "25.10.2026 02:30, 2026-10-25T00:30:00Z",
    "25.10.2026 02:30A, 2026-10-25T00:30:00Z",
    "25.10.2026 02:30B, 2026-10-25T01:30:00Z",
    "25.10.2026 03:00, 2026-10-25T02:00:00Z"
  })
  void timeIsOnTheClockOfThePlace(String text, Instant expected) {
    assertThat(Notation.time(text, BERLIN)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "29.03.2026 02:30",
        "29.03.2026 02:30A",
        "24.12.2026 09:30A",
        "25.10.2026 03:00B",
        "24.12.2026 24:00",
        "24.12.2026 9:30",
        "2026-12-24 09:30",
        "31.02.2026 09:30",
        "24.12.2026",
        "24.12.2026 09:30Z",
        ""
      })
  void everythingElseIsNoTime(String text) {
    assertThat(Notation.time(text, BERLIN)).isEmpty();
  }

  @Test
  void hourOverTheChangeLastsAnHour() {
    Instant start = Notation.time("25.10.2026 02:30A", BERLIN).orElseThrow();

    assertThat(start.plus(Duration.ofMinutes(60)))
        .isEqualTo(Notation.time("25.10.2026 02:30B", BERLIN).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "31.01.2026, 2026-01-31",
    "28.02.2026, 2026-02-28",
    "29.02.2028, 2028-02-29",
    "30.04.2026, 2026-04-30",
    "31.12.2026, 2026-12-31"
  })
  void monthsEndWhenTheyEnd(String text, LocalDate expected) {
    assertThat(Notation.day(text)).hasValue(expected);
    assertThat(Notation.day(expected)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "29.02.2026",
        "30.02.2028",
        "31.04.2026",
        "32.01.2026",
        "00.01.2026",
        "1.1.2026",
        "01.13.2026",
        "01/01/2026",
        "2026-01-01",
        "01.01.26",
        " 01.01.2026",
        "01.01.2026 ",
        ""
      })
  void everythingElseIsNoDay(String text) {
    assertThat(Notation.day(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "45, 45",
    "1767225600000, 1767225600000",
    "1.234, 1234",
    "12.345.678, 12345678"
  })
  void numberMayHaveDots(String text, long expected) {
    assertThat(Notation.number(text)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        "1,5",
        "1.23",
        "1.2345",
        ".123",
        "1e3",
        "١٢",
        "9999999999999999999"
      })
  void everythingElseIsNoNumber(String text) {
    assertThat(Notation.number(text)).isEmpty();
  }
}
