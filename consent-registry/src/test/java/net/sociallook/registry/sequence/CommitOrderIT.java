package net.sociallook.registry.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.sequence.WithdrawalEntry.TokenRevoked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class CommitOrderIT {
  private static final int WRITERS = 6;
  private static final int ROUNDS = 40;

  private RunningRegistry registry;
  private JdbcClient jdbc;
  private TransactionTemplate transactions;

  @BeforeEach
  void useSharedRegistry() {
    use(RunningRegistry.shared());
  }

  private void use(RunningRegistry other) {
    registry = other;
    jdbc = other.bean(JdbcClient.class);
    transactions = new TransactionTemplate(other.bean(PlatformTransactionManager.class));
  }

  @Test
  void readerNeverSeesNumberAppearBelowOneItHasSeen() throws Exception {
    assertThat(lateNumbers(Numbering::lockedRow)).isEmpty();
  }

  /** The same test, with the numbers of a plain sequence, finds what the locked row prevents. */
  @Test
  void plainSequenceIsCaught() throws Exception {
    try (RunningRegistry own = RunningRegistry.start(Map.of())) {
      use(own);
      owner().sql("create sequence registry.plain").update();
      owner().sql("grant usage on sequence registry.plain to registry_service").update();
      Numbering plain =
          (client, count) -> client.sql("select nextval('plain')").query(Long.class).single();
      assertThat(lateNumbers(plain)).isPresent();
    }
  }

  @Test
  void secondWriterWaitsForCommitOfFirst() throws Exception {
    PostgresWithdrawalSequence sequence = sequence(Numbering::lockedRow);
    CountDownLatch appended = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<Long> first =
          CompletableFuture.supplyAsync(
              () ->
                  inTransaction(() -> {
                    long number = sequence.append(List.of(entry()));
                    appended.countDown();
                    await(commit);
                    return number;
                  }),
              threads);
      await(appended);
      CompletableFuture<Long> second =
          CompletableFuture.supplyAsync(
              () -> inTransaction(() -> sequence.append(List.of(entry()))), threads);
      long before = sequence.current();
      assertThat(second.isDone()).isFalse();
      commit.countDown();
      assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(before + 1);
      assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(before + 2);
    }
  }

  @Test
  void rolledBackEntriesLeaveNoGap() {
    PostgresWithdrawalSequence sequence = sequence(Numbering::lockedRow);
    long before = sequence.current();
    transactions.executeWithoutResult(status -> {
      sequence.append(List.of(entry(), entry()));
      status.setRollbackOnly();
    });
    assertThat(inTransaction(() -> sequence.append(List.of(entry(), entry()))))
        .isEqualTo(before + 2);
    assertThat(sequence.after(before, 10))
        .extracting(Withdrawal::sequence)
        .containsExactly(before + 1, before + 2);
  }

  @Test
  void appendOutsideTransactionIsRefused() {
    PostgresWithdrawalSequence sequence = sequence(Numbering::lockedRow);
    assertThatThrownBy(() -> sequence.append(List.of(entry())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void entriesCannotBeChangedByTheService() {
    assertThatThrownBy(() -> jdbc.sql("update withdrawal set sequence = 0").update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> jdbc.sql("delete from withdrawal").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  /**
   * Lets many writers append while a reader follows the sequence as a gateway's stream does: it
   * asks for what is above the last number it has seen.
   *
   * @return a number that the reader missed
   */
  private Optional<Long> lateNumbers(Numbering numbering) throws Exception {
    PostgresWithdrawalSequence sequence = sequence(numbering);
    CountDownLatch writing = new CountDownLatch(WRITERS);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = highest();
      CompletableFuture<List<Long>> read =
          CompletableFuture.supplyAsync(() -> follow(sequence, start, writing), threads);
      for (int i = 0; i < WRITERS; i++) {
        threads.execute(() -> {
          for (int round = 0; round < ROUNDS; round++) {
            inTransaction(() -> {
              long number = sequence.append(List.of(entry()));
              jdbc.sql("select pg_sleep(random() * 0.01)").query((row, n) -> n).single();
              return number;
            });
          }
          writing.countDown();
        });
      }
      List<Long> seen = read.get(60, TimeUnit.SECONDS);
      return sequence.after(start, 10_000).stream()
          .map(Withdrawal::sequence)
          .filter(number -> !seen.contains(number))
          .findFirst();
    }
  }

  private static List<Long> follow(
      PostgresWithdrawalSequence sequence, long start, CountDownLatch writing) {
    List<Long> seen = new java.util.ArrayList<>();
    boolean last;
    do {
      last = writing.getCount() == 0;
      long after = seen.isEmpty() ? start : seen.getLast();
      sequence.after(after, 10_000).forEach(entry -> seen.add(entry.sequence()));
    } while (!last);
    return seen;
  }

  private long highest() {
    return jdbc.sql("select coalesce(max(sequence), 0) from withdrawal").query(Long.class).single();
  }

  private long inTransaction(java.util.function.LongSupplier work) {
    return Objects.requireNonNull(transactions.execute(status -> work.getAsLong()));
  }

  private PostgresWithdrawalSequence sequence(Numbering numbering) {
    return new PostgresWithdrawalSequence(
        jdbc, Clock.systemUTC(), new SequenceHead(System::nanoTime), numbering);
  }

  private static TokenRevoked entry() {
    return new TokenRevoked(UUID.randomUUID());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JdbcClient owner() {
    var source = new org.postgresql.ds.PGSimpleDataSource();
    source.setUrl(RunningRegistry.postgres().jdbcUrl(registry.database()));
    return JdbcClient.create(source);
  }
}
