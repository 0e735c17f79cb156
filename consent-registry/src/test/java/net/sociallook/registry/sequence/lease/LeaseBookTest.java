package net.sociallook.registry.sequence.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.sequence.ManualTicker;
import org.junit.jupiter.api.Test;

class LeaseBookTest {
  private static final UUID ID = new UUID(0, 1);

  private final ManualTicker ticker = new ManualTicker();
  private final LeaseBook book = new LeaseBook(LeaseTerms.STANDARD, ticker.nanos());

  @Test
  void leaseLivesFromGrantForTwoSeconds() {
    book.saw(new LeaseState(1, 5, List.of(row(1, 0, 5))), ticker.nanos());
    advance(1_999);
    assertThat(book.alive(ID, ticker.nanos())).isPresent();
    advance(1);
    assertThat(book.alive(ID, ticker.nanos())).isEmpty();
  }

  @Test
  void aftermathOfLeaseIsStampAndMarginLonger() {
    LeaseRow row = row(1, 0, 5);
    book.saw(row, ticker.nanos());
    advance(3_199);
    assertThat(book.aftermath(row, ticker.nanos())).isEqualTo(Duration.ofMillis(1));
    assertThat(book.over(ticker.nanos())).isEmpty();
    advance(1);
    assertThat(book.over(ticker.nanos())).containsExactly(row);
  }

  @Test
  void seeingTheSameRenewalAgainDoesNotProlong() {
    book.saw(new LeaseState(1, 5, List.of(row(1, 3, 5))), ticker.nanos());
    advance(1_500);
    book.saw(row(1, 3, 5), ticker.nanos());
    advance(500);
    assertThat(book.alive(ID, ticker.nanos())).isEmpty();
  }

  @Test
  void newRenewalProlongsAndOlderOneSeenLateDoesNot() {
    book.saw(new LeaseState(1, 5, List.of(row(1, 3, 5))), ticker.nanos());
    advance(1_500);
    book.saw(row(1, 4, 5), ticker.nanos());
    advance(1_000);
    book.saw(row(1, 3, 5), ticker.nanos());
    assertThat(book.alive(ID, ticker.nanos())).isPresent();
    advance(1_000);
    assertThat(book.alive(ID, ticker.nanos())).isEmpty();
  }

  @Test
  void acknowledgementIsNotForgottenWhenAnOldRowIsSeen() {
    book.saw(row(1, 3, 5), ticker.nanos());
    book.acknowledged(ID, 9);
    book.saw(row(1, 4, 6), ticker.nanos());
    assertThat(book.behind(9)).isEmpty();
    assertThat(book.behind(10)).hasSize(1);
  }

  @Test
  void leaseOfEarlierEpochIsNotAliveButStillCounts() {
    book.saw(new LeaseState(1, 5, List.of(row(1, 0, 5))), ticker.nanos());
    book.sawEpoch(2, ticker.nanos());
    assertThat(book.alive(ID, ticker.nanos())).isEmpty();
    assertThat(book.behind(6)).hasSize(1);
  }

  @Test
  void everyNewEpochStartsAQuarantine() {
    assertThat(book.quarantine(ticker.nanos())).isEqualTo(Duration.ofMillis(3_200));
    advance(3_200);
    assertThat(book.quarantine(ticker.nanos())).isZero();
    book.sawEpoch(1, ticker.nanos());
    advance(1_000);
    book.sawEpoch(1, ticker.nanos());
    assertThat(book.quarantine(ticker.nanos())).isEqualTo(Duration.ofMillis(2_200));
  }

  private void advance(long millis) {
    ticker.advance(Duration.ofMillis(millis));
  }

  private static LeaseRow row(long epoch, long renewals, long acknowledged) {
    return new LeaseRow(ID, "gw-1", epoch, renewals, acknowledged);
  }
}
