package net.sociallook.adapter.jobcenter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestraintTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "2, 2",
    "59, 59",
    "3600, 60",
    "999999999, 60",
    "'Wed, 21 Oct 2026 07:28:00 GMT', 5",
    "-1, 5",
    ", 5"
  })
  void systemIsLeftAloneAsLongAsItAskedForAndNoLonger(String header, long seconds) {
    AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
    Restraint restraint = new Restraint(nanos::get);
    restraint.begin(Optional.ofNullable(header));

    if (seconds > 0) {
      nanos.addAndGet(Duration.ofSeconds(seconds).toNanos() - 1);
      assertThatThrownBy(restraint::check).isInstanceOf(IOException.class);
      nanos.addAndGet(1);
    }
    assertThatCode(restraint::check).doesNotThrowAnyException();
  }
}
