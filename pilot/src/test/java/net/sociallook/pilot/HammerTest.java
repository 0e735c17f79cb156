package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.sociallook.pilot.Hammer.Blow;
import org.junit.jupiter.api.Test;

/** The check of {@link WithdrawalIT} finds what it is there to find. */
class HammerTest {
  @Test
  void aLateAnswerIsFound() {
    List<Blow> history = List.of(new Blow(1, 200), new Blow(5, 401), new Blow(6, 200));
    assertEquals(List.of(new Blow(6, 200)), Hammer.answeredAfter(4, history));
  }

  @Test
  void anAnswerToAnEarlierRequestIsNoViolation() {
    assertEquals(List.of(), Hammer.answeredAfter(4, List.of(new Blow(3, 200), new Blow(5, 401))));
  }

  @Test
  void aGatewayThatForgetsAWithdrawalIsCaught() {
    try (Hammer hammer = Hammer.of(() -> 200, 2)) {
      hammer.awaitAnswers(200, 3);
      long received = System.nanoTime();
      hammer.awaitStartedAfter(received, 3);
      assertEquals(false, Hammer.answeredAfter(received, hammer.stop()).isEmpty());
    }
  }

  @Test
  void aGatewayThatHeedsItIsNot() {
    AtomicBoolean withdrawn = new AtomicBoolean();
    try (Hammer hammer = Hammer.of(() -> withdrawn.get() ? 401 : 200, 2)) {
      hammer.awaitAnswers(200, 3);
      withdrawn.set(true);
      long received = System.nanoTime();
      hammer.awaitStartedAfter(received, 3);
      assertEquals(List.of(), Hammer.answeredAfter(received, hammer.stop()));
    }
  }
}
