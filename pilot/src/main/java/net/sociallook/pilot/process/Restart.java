package net.sociallook.pilot.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes of a running pilot again, from outside of it: the pilot brings back what ends.
 */
public record Restart(Path records) {
  private static final Duration BETWEEN = Duration.ofMillis(150);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** The names of all processes that run. */
  public List<String> running() {
    return ProcessRecord.in(records).stream()
        .filter(record -> record.handle().isPresent())
        .map(ProcessRecord::name)
        .toList();
  }

  /**
   * Ends a process and returns when its successor is ready.
   *
   * @throws StartFailed if none is after a minute and a half
   */
  public void of(String name) {
    ProcessRecord old =
        record(name).orElseThrow(() -> new StartFailed(name + " does not run (expected: it does)"));
    old.handle().ifPresent(ProcessRecord::end);
    Health health = new Health();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReadyAgain(old, health)) {
      if (System.nanoTime() > deadline) {
        throw new StartFailed(
            name + " was not ready again after " + PATIENCE.toSeconds() + " s; see its log");
      }
      pause();
    }
  }

  private boolean isReadyAgain(ProcessRecord old, Health health) {
    return record(old.name())
        .filter(next -> next.pid() != old.pid() && next.handle().isPresent())
        .filter(next -> next.listening().health().stream().allMatch(health::isReady))
        .isPresent();
  }

  private Optional<ProcessRecord> record(String name) {
    return ProcessRecord.in(records).stream()
        .filter(record -> record.name().equals(name))
        .findFirst();
  }

  /** A moment between two looks at something. */
  public static void pause() {
    try {
      new CountDownLatch(1).await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("The restart was interrupted", e);
    }
  }
}
