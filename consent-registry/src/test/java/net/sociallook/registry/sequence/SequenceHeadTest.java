package net.sociallook.registry.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SequenceHeadTest {
  private static final Duration SILENCE = Duration.ofMillis(500);

  private final ManualTicker ticker = new ManualTicker();
  private final SequenceHead head = new SequenceHead(ticker);

  @Test
  void numberIsDueWhenItHasBeenKnownForTheSpan() {
    head.advanceTo(3);
    ticker.advance(Duration.ofMillis(499));
    assertThat(head.knownFor(SILENCE)).isZero();
    ticker.advance(Duration.ofMillis(1));
    assertThat(head.knownFor(SILENCE)).isEqualTo(3);
  }

  @Test
  void laterNumberDoesNotDelayAnEarlierOne() {
    head.advanceTo(3);
    ticker.advance(Duration.ofMillis(300));
    head.advanceTo(4);
    ticker.advance(Duration.ofMillis(300));
    assertThat(head.knownFor(SILENCE)).isEqualTo(3);
    ticker.advance(Duration.ofMillis(200));
    assertThat(head.knownFor(SILENCE)).isEqualTo(4);
    assertThat(head.knownFor(SILENCE)).isEqualTo(4);
    assertThat(head.current()).isEqualTo(4);
  }

  @Test
  void headNeverGoesBack() {
    head.advanceTo(7);
    head.advanceTo(5);
    assertThat(head.current()).isEqualTo(7);
  }

  @Test
  void waiterWakesWhenTheNumberIsPassed() throws Exception {
    CompletableFuture<Long> woken =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                head.awaitBeyond(7, Duration.ofSeconds(30));
                return head.current();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            Thread::startVirtualThread);
    head.advanceTo(8);
    assertThat(woken.get(10, TimeUnit.SECONDS)).isEqualTo(8);
  }
}
