package net.sociallook.adapter.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.adapter.server.Refusal;
import org.junit.jupiter.api.Test;

class OwnTimeTest {
  private final TwoClocks clocks = new TwoClocks();
  private final OwnTime time = new OwnTime(clocks::nanos, clocks::wallMillis);

  @Test
  void stampHoldsUntilItsEndAndNoLonger() {
    Stamp stamp = StampLaw.stampOf(time.read());

    clocks.pass(1000);
    assertThat(time.judge(Optional.of(stamp))).isEmpty();
    clocks.pass(1);
    assertThat(time.judge(Optional.of(stamp))).hasValue(Refusal.STAMP_OVER);
  }

  @Test
  void missingForeignAndFarStampsAreRefused() {
    Reading now = time.read();

    assertThat(time.judge(Optional.empty())).hasValue(Refusal.STAMP_MISSING);
    assertThat(time.judge(Optional.of(new Stamp(UUID.randomUUID(), now.millis() + 1000))))
        .hasValue(Refusal.STAMP_OTHER_BOOT);
    assertThat(time.judge(Optional.of(new Stamp(now.boot(), now.millis() + 2001))))
        .hasValue(Refusal.STAMP_AHEAD);
    assertThat(time.judge(Optional.of(new Stamp(now.boot(), Long.MAX_VALUE))))
        .hasValue(Refusal.STAMP_AHEAD);
    assertThat(time.judge(Optional.of(new Stamp(now.boot(), Long.MIN_VALUE)))).isPresent();
  }

  @Test
  void suspendedMachineDrawsANewBootId() {
    Reading before = time.read();
    Stamp stamp = StampLaw.stampOf(before);

    clocks.suspend(10_000);

    assertThat(time.judge(Optional.of(stamp))).hasValue(Refusal.STAMP_OTHER_BOOT);
    assertThat(time.read().boot()).isNotEqualTo(before.boot()).isEqualTo(time.read().boot());
  }

  @Test
  void slowDriftOfTheWallClockKeepsTheBootId() {
    Reading before = time.read();

    for (int i = 0; i < 1000; i++) {
      clocks.pass(100);
      clocks.suspend(10);
      assertThat(time.read().boot()).isEqualTo(before.boot());
    }
  }
}
