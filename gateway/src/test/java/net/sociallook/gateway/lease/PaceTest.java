package net.sociallook.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final ManualClocks clocks = new ManualClocks();
  private final Pace pace =
      new Pace(Duration.ofMillis(500), Duration.ofMillis(100), Duration.ofMillis(300));

  @Test
  void isDueAtOnceAndThenAtItsRhythmFromTheLastSending() {
    assertThat(pace.due(clocks.now())).isTrue();
    pace.begin(clocks.now());
    clocks.pass(Duration.ofMillis(200));
    pace.end(clocks.now(), true);

    assertThat(dueIn()).isEqualTo(300);
  }

  @Test
  void isNotDueWhileAnAnswerIsWaitedFor() {
    pace.begin(clocks.now());
    clocks.pass(Duration.ofSeconds(10));

    assertThat(pace.due(clocks.now())).isFalse();
  }

  @Test
  void waitsLongerAfterEachFailureUpToALimit() {
    for (int pause : new int[] {100, 200, 300, 300}) {
      pace.begin(clocks.now());
      pace.end(clocks.now(), false);

      assertThat(dueIn()).isEqualTo(pause);
    }
  }

  @Test
  void isDueAtOnceAfterAReset() {
    pace.begin(clocks.now());

    pace.reset();

    assertThat(pace.due(clocks.now())).isTrue();
  }

  /** Lets time pass until it is due; how many milliseconds that took. */
  private int dueIn() {
    int millis = 0;
    while (!pace.due(clocks.now())) {
      clocks.pass(Duration.ofMillis(1));
      millis++;
    }
    return millis;
  }
}
