package net.sociallook.registry.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  @ParameterizedTest
  @CsvSource({"0, PT0S", "120, PT2M", "999999999, PT6H"})
  void secondsAreTakenUpToSixHours(String value, Duration expected) {
    assertThat(PushClient.wait(value, NOW)).contains(expected);
  }

  @Test
  void dateIsTaken() {
    assertThat(PushClient.wait("Sun, 22 Nov 2026 03:05:00 GMT", NOW))
        .contains(Duration.ofMinutes(5));
    assertThat(PushClient.wait("Wed, 22 Nov 2034 03:05:00 GMT", NOW)).contains(Duration.ofHours(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "Sun, 22 Nov 2020 03:05:00 GMT", "9999999999999999999"})
  void everythingElseSaysNothing(String value) {
    assertThat(PushClient.wait(value, NOW)).isEmpty();
  }
}
