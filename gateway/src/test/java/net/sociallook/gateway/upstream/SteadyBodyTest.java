package net.sociallook.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyBodyTest {
  private final AtomicLong now = new AtomicLong();
  private final SteadyBody body = new SteadyBody(Duration.ofSeconds(10), now::get);

  @Test
  void dripsAreTooSlowOnceThePatienceIsOver() {
    body.want(Long.MAX_VALUE);
    for (int second = 1; second <= 10; second++) {
      pass(1);
      assertThat(body.isSteady(1)).isTrue();
    }
    pass(1);

    assertThat(body.isSteady(1)).isFalse();
  }

  @Test
  void whatComesOnMayTakeLong() {
    body.want(Long.MAX_VALUE);
    for (int part = 0; part < 1_000; part++) {
      pass(9);
      assertThat(body.isSteady(SteadyBody.BYTES)).isTrue();
    }
  }

  @Test
  void timeInWhichTheReceiverTakesNothingIsNotTheHolders() {
    for (int part = 0; part < 100; part++) {
      pass(3_600);
      body.want(1);
      assertThat(body.isSteady(1)).isTrue();
    }
  }

  private void pass(long seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
