package net.sociallook.adapter.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import net.sociallook.adapter.record.TimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFilterTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2024,                          2023-12-31T23:00:00Z, 2024-12-31T23:00:00Z",
    "2024-03,                       2024-02-29T23:00:00Z, 2024-03-31T22:00:00Z",
    "eq2024-03-31,                  2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z",
    "2024-03-31T12:00+02:00,        2024-03-31T10:00:00Z, 2024-03-31T10:01:00Z",
    "2024-03-31T10:00:00Z,          2024-03-31T10:00:00Z, 2024-03-31T10:00:01Z",
    "2024-03-31T10:00:00.123+02:00, 2024-03-31T08:00:00.123Z, 2024-03-31T08:00:00.124Z"
  })
  void valueMeansTheSpanOfItsPrecision(String value, Instant from, Instant before) {
    assertThat(DateFilter.parse(value, BERLIN))
        .hasValue(new TimeRange(Optional.of(from), Optional.of(before)));
  }

  @Test
  void prefixOpensOneSide() {
    Optional<Instant> start = Optional.of(Instant.parse("2024-03-30T23:00:00Z"));
    Optional<Instant> end = Optional.of(Instant.parse("2024-03-31T22:00:00Z"));

    assertThat(DateFilter.parse("ge2024-03-31", BERLIN))
        .hasValue(new TimeRange(start, Optional.empty()));
    assertThat(DateFilter.parse("gt2024-03-31", BERLIN))
        .hasValue(new TimeRange(end, Optional.empty()));
    assertThat(DateFilter.parse("le2024-03-31", BERLIN))
        .hasValue(new TimeRange(Optional.empty(), end));
    assertThat(DateFilter.parse("lt2024-03-31", BERLIN))
        .hasValue(new TimeRange(Optional.empty(), start));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ge",
        "ne2024",
        "ap2024",
        "sa2024",
        "eb2024",
        "24",
        "2024-13",
        "2024-02-30",
        "2024-1-1",
        "2024-01-01T10:00",
        "2024-01-01T10:00:00",
        "now",
        "2024 ",
        "99999999999999999999"
      })
  void everythingElseIsNotUnderstood(String value) {
    assertThat(DateFilter.parse(value, BERLIN)).isEmpty();
  }
}
