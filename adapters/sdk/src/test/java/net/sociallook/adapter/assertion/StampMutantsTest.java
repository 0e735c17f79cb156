package net.sociallook.adapter.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.sociallook.adapter.server.Refusal;
import org.junit.jupiter.api.Test;

/** The law of stamps holds, and a check that is broken on purpose is caught by it. */
class StampMutantsTest {
  private static final String INSTITUTION = "youth-office-nordhausen";
  private final TwoClocks clocks = new TwoClocks();

  @Test
  void ownTimeKeepsTheLaw() {
    OwnTime time = new OwnTime(clocks::nanos, clocks::wallMillis);

    StampLaw.check(check(time), clocks, time.read());
  }

  @Test
  void mutantWithoutStampCheckIsCaught() {
    OwnTime time = new OwnTime(clocks::nanos, clocks::wallMillis);
    StampJudge blind =
        new StampJudge() {
          @Override
          public Optional<Refusal> judge(Optional<Stamp> stamp) {
            return Optional.empty();
          }

          @Override
          public long millis() {
            return time.millis();
          }
        };

    assertThatThrownBy(() -> StampLaw.check(check(blind), clocks, time.read()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("500 ms late");
  }

  @Test
  void mutantOnTheWallClockIsCaught() {
    OwnTime wall = new OwnTime(() -> clocks.wallMillis() * 1_000_000, clocks::wallMillis);
    clocks.pass(5_000);

    assertThatThrownBy(() -> StampLaw.check(check(wall), clocks, wall.read()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("set back a little");
  }

  @Test
  void mutantThatForgetsItsBootIsCaught() {
    OwnTime before = new OwnTime(clocks::nanos, clocks::wallMillis);
    OwnTime after = new OwnTime(clocks::nanos, clocks::wallMillis);
    Stamp stamp = StampLaw.stampOf(before.read());

    assertThat(check(after).check(new SignedRequests().with(stamp)))
        .isEqualTo(new Admission.Refused(Refusal.STAMP_OTHER_BOOT));
  }

  private static AssertionCheck check(StampJudge stamps) {
    return new AssertionCheck(INSTITUTION, SignedRequests.KEYS, stamps);
  }
}
