package net.sociallook.pilot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * Asks the same thing again and again, at once from several sides, and keeps when it asked and what
 * came.
 */
final class Hammer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ConcurrentLinkedQueue<Blow> history = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads;
  private volatile boolean stopped;

  /**
   * One request with its answer.
   *
   * @param started by {@link System#nanoTime}
   */
  record Blow(long started, int status) {}

  private Hammer(IntSupplier request, int sides) {
    this.threads =
        IntStream.range(0, sides)
            .mapToObj(i -> Thread.ofVirtual().start(() -> run(request)))
            .toList();
  }

  static Hammer of(IntSupplier request, int sides) {
    return new Hammer(request, sides);
  }

  void awaitAnswers(int status, int count) {
    Eventually.within(
        PATIENCE, count + " answers " + status, () -> count(status, List.copyOf(history)) >= count);
  }

  /** Waits until so many requests that started later have their answers. */
  void awaitStartedAfter(long instant, int count) {
    Eventually.within(
        PATIENCE,
        count + " later requests",
        () -> history.stream().filter(blow -> blow.started() - instant > 0).count() >= count);
  }

  List<Blow> stop() {
    stopped = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    return List.copyOf(history);
  }

  /** The requests that started after an instant and were answered all the same. */
  static List<Blow> answeredAfter(long instant, List<Blow> history) {
    return history.stream()
        .filter(blow -> blow.started() - instant > 0 && blow.status() == 200)
        .toList();
  }

  static int count(int status, List<Blow> history) {
    return (int) history.stream().filter(blow -> blow.status() == status).count();
  }

  @Override
  public void close() {
    stop();
  }

  private void run(IntSupplier request) {
    while (!stopped) {
      long started = System.nanoTime();
      history.add(new Blow(started, request.getAsInt()));
    }
  }
}
