package net.sociallook.registry.sequence;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Does something again and again on a thread of its own; a lost database is said once. */
public final class Repeated implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

  private final String name;
  private final Duration pause;
  private final Runnable action;
  private final Thread thread;
  private boolean lost;

  private Repeated(String name, Duration pause, Runnable action) {
    this.name = name;
    this.pause = pause;
    this.action = action;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
  }

  /**
   * @param name of the thread, used in messages
   * @param pause between two rounds
   */
  public static Repeated start(String name, Duration pause, Runnable action) {
    Repeated repeated = new Repeated(name, pause, action);
    repeated.thread.start();
    return repeated;
  }

  private void run() {
    Signal never = new Signal();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        once();
        never.await(0, pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    try {
      action.run();
      lost = false;
    } catch (DataAccessException | TransactionException e) {
      if (!lost) {
        LOG.warn("{}: no database ({})", name, e.getClass().getSimpleName());
      }
      lost = true;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
