package net.sociallook.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import net.sociallook.gateway.lease.ManualClocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterClockTest {
  private static final UUID BOOT = UUID.randomUUID();

  private final ManualClocks clocks = new ManualClocks();
  private final AdapterClock clock = new AdapterClock();

  @Test
  void thereIsNoStampBeforeTheFirstReading() {
    assertThat(clock.stamp(clocks.now())).isEmpty();
  }

  @Test
  void theStampIsTheReadingAndWhatPassedAndOneSecond() {
    clock.read(BOOT.toString(), "5000", clocks.now());
    clocks.pass(Duration.ofMillis(300));

    assertThat(clock.stamp(clocks.now())).contains(new AdapterClock.Stamp(BOOT, 6300));
  }

  @Test
  void theWallClockDoesNotMatter() {
    clock.read(BOOT.toString(), "5000", clocks.now());
    clocks.setBack(Duration.ofDays(1));

    assertThat(clock.stamp(clocks.now())).contains(new AdapterClock.Stamp(BOOT, 6000));
  }

  @Test
  void aReadingOlderThanAMinuteIsNotReckonedFrom() {
    clock.read(BOOT.toString(), "5000", clocks.now());
    clocks.pass(Duration.ofSeconds(60));
    assertThat(clock.stamp(clocks.now())).contains(new AdapterClock.Stamp(BOOT, 66_000));

    clocks.pass(Duration.ofMillis(1));

    assertThat(clock.stamp(clocks.now())).isEmpty();
  }

  @Test
  void anotherRunOfTheAdapterReplacesTheReading() {
    UUID next = UUID.randomUUID();
    clock.read(BOOT.toString(), "5000", clocks.now());

    clock.read(next.toString(), "10", clocks.now());

    assertThat(clock.stamp(clocks.now())).contains(new AdapterClock.Stamp(next, 1010));
  }

  @ParameterizedTest
  @CsvSource({
    "'',''",
    "not-an-id,10",
    "0b8f5b1e-54a1-4b0a-9a43-2b7f3c3f1d11,-1",
    "0b8f5b1e-54a1-4b0a-9a43-2b7f3c3f1d11,ten"
  })
  void whatCannotBeReadChangesNothing(String boot, String monotonic) {
    clock.read(BOOT.toString(), "5000", clocks.now());

    assertThat(clock.read(boot, monotonic, clocks.now())).isFalse();

    assertThat(clock.stamp(clocks.now())).contains(new AdapterClock.Stamp(BOOT, 6000));
  }
}
