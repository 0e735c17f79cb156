package net.sociallook.registry.sequence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The last number that this process knows to be committed, and since when. It is a hint that wakes
 * those who then read the table; it can lag behind the truth, never run ahead of it.
 */
public final class SequenceHead {
  private record Known(long sequence, long since) {}

  private final Ticker ticker;
  private final Signal signal = new Signal();
  private final Deque<Known> history = new ArrayDeque<>();

  public SequenceHead(Ticker ticker) {
    this.ticker = ticker;
    history.add(new Known(0, ticker.nanos()));
  }

  /** Notes that everything up to this number is committed; smaller numbers change nothing. */
  public void advanceTo(long sequence) {
    synchronized (history) {
      if (sequence <= history.getLast().sequence()) {
        return;
      }
      history.addLast(new Known(sequence, ticker.nanos()));
    }
    signal.raise();
  }

  public long current() {
    synchronized (history) {
      return history.getLast().sequence();
    }
  }

  /**
   * The last number that has been known for at least this long. Ask for one and the same span only:
   * what is older than the answer is forgotten.
   */
  public long knownFor(Duration span) {
    synchronized (history) {
      long now = ticker.nanos();
      Known found = new Known(0, now);
      while (!history.isEmpty() && now - history.getFirst().since() >= span.toNanos()) {
        found = history.removeFirst();
      }
      if (found.sequence() > 0 || history.isEmpty()) {
        history.addFirst(found);
      }
      return found.sequence();
    }
  }

  /** Returns when a number above this one is known, or when the time is over. */
  public void awaitBeyond(long sequence, Duration atMost) throws InterruptedException {
    long seen = signal.count();
    if (current() <= sequence) {
      signal.await(seen, atMost);
    }
  }
}
