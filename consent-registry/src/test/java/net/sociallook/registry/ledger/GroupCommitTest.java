package net.sociallook.registry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import net.sociallook.registry.ledger.Draft.Kind;
import net.sociallook.registry.ledger.Draft.Parties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** What happens when the commit fails; the tables are not reached. */
class GroupCommitTest {
  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<Integer> transactions = new java.util.concurrent.CopyOnWriteArrayList<>();

  private final TransactionOperations failing =
      new TransactionOperations() {
        @Override
        public <T> T execute(TransactionCallback<T> action) {
          transactions.add(1);
          began.countDown();
          await(goOn);
          throw new TransactionSystemException("commit: outcome unknown");
        }
      };

  private final GroupCommit commit =
      new GroupCommit(
          new Batch(new LedgerTable(new JdbcTemplate()), Clock.systemUTC()), failing, 1_000);

  @AfterEach
  void close() {
    commit.close();
  }

  @Test
  void failedCommitFailsEveryCallerOfItsBatch() throws Exception {
    CompletableFuture<Void> alone = recording();
    await(began);
    CompletableFuture<Void> second = recording();
    CompletableFuture<Void> third = recording();
    goOn.countDown();
    for (CompletableFuture<Void> caller : List.of(alone, second, third)) {
      assertThatThrownBy(() -> caller.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(LedgerUnavailable.class);
    }
    assertThat(transactions).hasSizeBetween(2, 3);
  }

  @Test
  void closedLedgerRecordsNothing() {
    commit.close();
    assertThatThrownBy(() -> commit.record(List.of(draft()))).isInstanceOf(LedgerUnavailable.class);
  }

  private CompletableFuture<Void> recording() {
    return CompletableFuture.runAsync(
        () -> commit.record(List.of(draft())), Thread::startVirtualThread);
  }

  private static Draft draft() {
    return new Draft(
        Kind.INTENT,
        UUID.randomUUID(),
        Optional.empty(),
        new Parties("jobcenter-nordhausen", null, false),
        Optional.empty(),
        "{}");
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("latch: still closed");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
