package net.sociallook.registry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.Draft.Kind;
import net.sociallook.registry.ledger.Draft.Origin;
import net.sociallook.registry.ledger.Draft.Parties;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A load command, not part of the tests: many callers record at the same time, in turns with group
 * commit and with one commit per record, against the same durable PostgreSQL. How to run it is in
 * docs/performance.md.
 */
class GroupCommitLoad {
  private static final Duration TURN = Duration.ofSeconds(4);
  private static final int TURNS = 3;
  private static final int CLIENTS = 1_000;

  /** Of one kind of commit: latencies in nanoseconds, how many failed, and the time spent. */
  private record Measured(List<Long> latencies, int failed, Duration spent) {
    double perSecond() {
      return latencies.size() / (spent.toNanos() / 1e9);
    }

    double millis(double share) {
      long[] sorted = latencies.stream().mapToLong(Long::longValue).sorted().toArray();
      return sorted[(int) ((sorted.length - 1) * share)] / 1e6;
    }
  }

  @Test
  void compareGroupWithSingleCommits() throws Exception {
    try (RunningRegistry registry = RunningRegistry.start(Map.of())) {
      System.out.printf(
          "%8s %8s %12s %10s %10s %8s%n",
          "callers", "commit", "records/s", "p50 ms", "p99 ms", "failed");
      for (int callers : new int[] {1, 16, 64, 256}) {
        Measured[] measured = measure(registry, callers);
        print(callers, "single", measured[0]);
        print(callers, "group", measured[1]);
        System.out.printf(
            "%8d %8s %11.1fx%n",
            callers, "ratio", measured[1].perSecond() / measured[0].perSecond());
        assertThat(measured[1].latencies()).isNotEmpty();
      }
    }
  }

  private static Measured[] measure(RunningRegistry registry, int callers) throws Exception {
    Measured[] sums = new Measured[2];
    for (int turn = 0; turn < TURNS; turn++) {
      for (int kind = 0; kind < 2; kind++) {
        try (GroupCommit commit = commit(registry, kind == 0 ? 1 : 2_000)) {
          Measured one = turn(commit, callers);
          sums[kind] = sums[kind] == null ? one : sum(sums[kind], one);
        }
      }
    }
    return sums;
  }

  private static GroupCommit commit(RunningRegistry registry, int largest) {
    return new GroupCommit(
        new Batch(new LedgerTable(registry.bean(JdbcTemplate.class)), Clock.systemUTC()),
        new TransactionTemplate(registry.bean(PlatformTransactionManager.class)),
        largest);
  }

  private static Measured turn(GroupCommit commit, int callers) {
    ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
    AtomicInteger failed = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, callers)
          .forEach(caller ->
              threads.execute(() -> {
                while (System.nanoTime() - start < TURN.toNanos()) {
                  long before = System.nanoTime();
                  if (recorded(commit)) {
                    latencies.add(System.nanoTime() - before);
                  } else {
                    failed.incrementAndGet();
                  }
                }
              }));
    }
    return new Measured(
        List.copyOf(latencies), failed.get(), Duration.ofNanos(System.nanoTime() - start));
  }

  private static boolean recorded(GroupCommit commit) {
    try {
      commit.record(List.of(draft()));
      return true;
    } catch (LedgerUnavailable e) {
      return false;
    }
  }

  private static Measured sum(Measured one, Measured other) {
    return new Measured(
        java.util.stream.Stream.of(one, other).flatMap(m -> m.latencies().stream()).toList(),
        one.failed() + other.failed(),
        one.spent().plus(other.spent()));
  }

  private static void print(int callers, String kind, Measured measured) {
    System.out.printf(
        "%8d %8s %12.0f %10.2f %10.2f %8d%n",
        callers,
        kind,
        measured.perSecond(),
        measured.millis(0.5),
        measured.millis(0.99),
        measured.failed());
  }

  private static Draft draft() {
    long client = Double.doubleToLongBits(Math.random()) % CLIENTS;
    char[] body = new char[600];
    Arrays.fill(body, 'x');
    return new Draft(
        Kind.INTENT,
        UUID.randomUUID(),
        Optional.of(new UUID(1, client)),
        new Parties("jobcenter-nordhausen", "youth-office-nordhausen", true),
        Optional.of(new Origin("gw-1", new UUID(2, 2))),
        "{\"body\":\"" + new String(body) + "\"}");
  }
}
