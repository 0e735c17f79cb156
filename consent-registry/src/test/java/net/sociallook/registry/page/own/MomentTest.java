package net.sociallook.registry.page.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

  @ParameterizedTest
  @CsvSource({
    "2026, 2025-12-31T23:00:00Z, Coarse",
    "2026-07, 2026-06-30T22:00:00Z, Coarse",
    "2026-07-02, 2026-07-01T22:00:00Z, Day",
    "2026-07-02T10:00:00+02:00, 2026-07-02T08:00:00Z, Time",
    "2026-07-02T10:00:00.123Z, 2026-07-02T10:00:00.123Z, Time"
  })
  void isAsExactAsFhirSays(String fhir, Instant begin, String kind) {
    Moment moment = Moment.of(fhir).orElseThrow();
    assertThat(moment.begin()).isEqualTo(begin);
    assertThat(moment.getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-02T00:00:00+02:00, Day",
    "2026-01-17T23:00:00Z, Day",
    "2026-07-02T00:00:01+02:00, Time",
    "2026-07-02T00:00:00Z, Time",
    "2026-07, Coarse"
  })
  void midnightIsWrittenAsADay(String fhir, String kind) {
    Moment moment = Moment.of(fhir).orElseThrow();
    assertThat(moment.asWritten().getClass().getSimpleName()).isEqualTo(kind);
    assertThat(moment.asWritten().begin()).isEqualTo(moment.begin());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "heute", "2026-13", "2026-02-30", "2026-07-02T10:00:00", "99999"})
  void whatIsNoDateIsNone(String fhir) {
    assertThat(Moment.of(fhir)).isEmpty();
  }

  @Test
  void yearIsShownAsItIs() {
    assertThat(Moment.of("2026"))
        .contains(new Moment.Coarse(Instant.parse("2025-12-31T23:00:00Z"), "2026"));
  }
}
