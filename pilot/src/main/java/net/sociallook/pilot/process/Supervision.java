package net.sociallook.pilot.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one part running: starts it, waits for its end, starts it again, until it is closed. */
public final class Supervision implements AutoCloseable {
  private final Part part;
  private final Path records;
  private final Console console;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CompletableFuture<Void> firstEnd = new CompletableFuture<>();
  private final Thread thread;
  private volatile @Nullable ProcessHandle running;

  /** Something that can be started again and again. */
  public interface Part {
    String name();

    Listening listening();

    /**
     * Starts it and returns its process.
     *
     * @throws IOException if it cannot be started now
     */
    ProcessHandle start() throws IOException;

    /** Ends the process and waits for its end. */
    void stop(ProcessHandle process);
  }

  private Supervision(Part part, Path records, Console console) {
    this.part = part;
    this.records = records;
    this.console = console;
    this.thread = Thread.ofPlatform().name("supervise-" + part.name()).unstarted(this::run);
  }

  /**
   * Starts a part and keeps it running.
   *
   * @param records where the part's process is noted
   * @throws StartFailed if the first start fails
   */
  public static Supervision begin(Part part, Path records, Console console) {
    Supervision supervision = new Supervision(part, records, console);
    try {
      supervision.launch();
    } catch (IOException | RuntimeException e) {
      throw new StartFailed(part.name() + " does not start: " + e.getMessage(), e);
    }
    supervision.thread.start();
    return supervision;
  }

  public String name() {
    return part.name();
  }

  /** Empty between its end and its next start. */
  Optional<ProcessHandle> process() {
    return Optional.ofNullable(running);
  }

  /**
   * Completes when the process has ended for the first time: before it is ready, this is a failed
   * start.
   */
  CompletableFuture<Void> firstEnd() {
    return firstEnd;
  }

  /** From now on the end of the process is what is wanted. */
  public void expectEnd() {
    stop.countDown();
  }

  @Override
  public void close() {
    expectEnd();
    ProcessHandle process = running;
    if (process != null) {
      part.stop(process);
    }
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ProcessRecord.delete(part.name(), records);
  }

  private void run() {
    Backoff backoff = Backoff.fresh();
    while (stop.getCount() > 0) {
      Duration life = awaitEnd();
      firstEnd.complete(null);
      if (pausedFor(backoff)) {
        backoff = backoff.after(life);
        startAgain();
      }
    }
  }

  private Duration awaitEnd() {
    long from = System.nanoTime();
    ProcessHandle process = running;
    try {
      if (process != null) {
        process.onExit().get();
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      // closed: the loop sees it
    }
    return Duration.ofNanos(System.nanoTime() - from);
  }

  /** False when the pilot stops meanwhile. */
  private boolean pausedFor(Backoff backoff) {
    try {
      if (stop.getCount() == 0) {
        return false;
      }
      if (stop.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      console.say(part.name() + " has ended; starting it again");
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void startAgain() {
    try {
      launch();
    } catch (IOException | RuntimeException e) {
      running = null;
      console.say(part.name() + " does not start yet: " + e.getMessage());
    }
  }

  private synchronized void launch() throws IOException {
    ProcessHandle process = part.start();
    running = process;
    try {
      ProcessRecord.of(part.name(), process, part.listening()).write(records);
    } catch (UncheckedIOException e) {
      process.destroy();
      throw e;
    }
    if (stop.getCount() == 0) {
      part.stop(process);
    }
  }
}
