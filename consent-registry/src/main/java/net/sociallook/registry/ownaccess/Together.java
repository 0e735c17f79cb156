package net.sociallook.registry.ownaccess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Asks several holders at the same time; who is late is silent. */
final class Together {
  private static final int AT_ONCE = 8;
  static final Duration WITHIN = Duration.ofSeconds(10);

  private Together() {}

  /** The outcomes, in the order of the questions. What a question throws is thrown. */
  static <T> List<Outcome<T>> ask(List<Callable<Outcome<T>>> questions) {
    return ask(questions, WITHIN);
  }

  /** The same for somebody with less patience. */
  static <T> List<Outcome<T>> ask(List<Callable<Outcome<T>>> questions, Duration within) {
    ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("own-access").factory());
    try {
      List<Outcome<T>> outcomes = new ArrayList<>();
      for (Future<Outcome<T>> asked :
          threads.invokeAll(questions, within.toMillis(), TimeUnit.MILLISECONDS)) {
        outcomes.add(outcome(asked));
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("own access: interrupted (expected: answers)", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> Outcome<T> outcome(Future<Outcome<T>> asked) throws InterruptedException {
    try {
      return asked.get();
    } catch (CancellationException late) {
      return new Outcome.HolderSilent<>();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException defect) {
        throw defect;
      }
      throw new IllegalStateException("own access: broken (expected: an outcome)", e);
    }
  }
}
