package net.sociallook.registry.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes what many callers submit at the same time in one transaction, so that they share one wait
 * for the disk. One thread writes; while it waits, the next batch gathers.
 */
public final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int QUEUE = 10_000;

  /** Longer than a pool waits for a connection, shorter than a caller waits for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Submission(List<Draft> drafts, CompletableFuture<Boolean> done) {}

  private final Batch batch;
  private final TransactionOperations transactions;
  private final int largest;
  private final BlockingQueue<Submission> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Thread writer;
  private volatile boolean closed;

  /**
   * @param largest how many records a transaction gathers before it is begun; 1 commits each
   *     submission alone
   */
  GroupCommit(Batch batch, TransactionOperations transactions, int largest) {
    this.batch = batch;
    this.transactions = transactions;
    this.largest = largest;
    this.writer = Thread.ofPlatform().daemon().name("ledger").start(this::run);
  }

  /**
   * Records drafts, all or none. Blocks until they survive a crash. A draft whose record is there
   * already, word for word, is as good as recorded.
   *
   * @throws LedgerUnavailable if they may not be durable
   * @throws IdReused if an id stands for another record; nothing is recorded then
   */
  public void record(List<Draft> drafts) {
    Submission submission = new Submission(List.copyOf(drafts), new CompletableFuture<>());
    if (closed || !queue.offer(submission)) {
      throw new LedgerUnavailable("ledger: queue full or closed (expected: room)");
    }
    if (!recorded(submission.done())) {
      throw new IdReused();
    }
  }

  private static boolean recorded(CompletableFuture<Boolean> done) {
    try {
      return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new LedgerUnavailable("ledger: not durable", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerUnavailable("ledger: interrupted", e);
    }
  }

  private void run() {
    List<Submission> gathered = new ArrayList<>();
    try {
      while (!closed) {
        gather(gathered);
        write(gathered);
        gathered.clear();
      }
    } catch (InterruptedException e) {
      LOG.debug("ledger: closed");
    }
    queue.drainTo(gathered);
    gathered.forEach(one -> one.done().completeExceptionally(new InterruptedException()));
  }

  private void gather(List<Submission> gathered) throws InterruptedException {
    Submission next = queue.take();
    int records = 0;
    while (next != null) {
      gathered.add(next);
      records += next.drafts().size();
      next = records < largest ? queue.poll() : null;
    }
  }

  private void write(List<Submission> gathered) {
    try {
      List<List<Draft>> drafts = gathered.stream().map(Submission::drafts).toList();
      Set<Integer> refused =
          Objects.requireNonNull(transactions.execute(status -> batch.add(drafts)));
      for (int i = 0; i < gathered.size(); i++) {
        gathered.get(i).done().complete(!refused.contains(i));
      }
    } catch (RuntimeException | Error e) {
      // An unknown outcome of the commit is a failure too: it is not known to be durable.
      LOG.warn("ledger: {} submissions not durable ({})", gathered.size(), e.getClass().getName());
      gathered.forEach(one -> one.done().completeExceptionally(e));
    }
  }

  @Override
  public void close() {
    closed = true;
    writer.interrupt();
  }
}
