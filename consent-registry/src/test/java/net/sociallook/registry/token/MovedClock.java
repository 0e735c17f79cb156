package net.sociallook.registry.token;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A registry whose clock a test can set forward, so that a grant runs out before its eyes. */
@TestConfiguration(proxyBeanMethods = false)
public class MovedClock {
  private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

  @Bean
  @Primary
  Clock clockOfTheTest() {
    Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    return new Clock() {
      @Override
      public java.time.ZoneId getZone() {
        return real.getZone();
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        throw new UnsupportedOperationException("zone (expected: UTC)");
      }

      @Override
      public java.time.Instant instant() {
        return real.instant().plus(AHEAD.get());
      }
    };
  }

  /** Does this at a later time. */
  public static <T> T later(Duration ahead, java.util.function.Supplier<T> action) {
    AHEAD.set(ahead);
    try {
      return action.get();
    } finally {
      AHEAD.set(Duration.ZERO);
    }
  }
}
