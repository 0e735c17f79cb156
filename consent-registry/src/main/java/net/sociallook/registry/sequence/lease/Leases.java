package net.sociallook.registry.sequence.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.sequence.SequenceHead;
import net.sociallook.registry.sequence.Signal;
import net.sociallook.registry.sequence.Ticker;

/** Grants leases to gateway nodes, renews them and notes what the nodes acknowledge. */
public final class Leases {
  private final LeaseTable table;
  private final LeaseTerms terms;
  private final SequenceHead head;
  private final Ticker ticker;
  private final LeaseBook book;
  private final Signal changes = new Signal();

  /** Draws a new epoch of the registry. */
  Leases(LeaseTable table, LeaseTerms terms, SequenceHead head, Ticker ticker) {
    this.table = table;
    this.terms = terms;
    this.head = head;
    this.ticker = ticker;
    this.book = new LeaseBook(terms, ticker.nanos());
    table.drawEpoch();
    look();
  }

  /**
   * @return empty if another node's key of this id is still published
   */
  Optional<LeaseRow> grant(String node, UUID boot, NodeKey key) {
    Optional<LeaseRow> granted = table.grant(node, boot, key);
    granted.ifPresent(this::note);
    return granted;
  }

  /**
   * Renews a lease of this node.
   *
   * @param acknowledged not above the last committed entry
   */
  LeaseCheck renew(UUID lease, String node, long acknowledged) {
    LeaseCheck check = check(lease, node);
    if (check != LeaseCheck.ALIVE) {
      return check;
    }
    acknowledge(lease, acknowledged);
    if (book.isBehind(lease, head.knownFor(terms.silence()))) {
      return LeaseCheck.BEHIND;
    }
    Optional<LeaseRow> renewed = table.renew(lease, acknowledged);
    renewed.ifPresent(this::note);
    return renewed.isPresent() ? LeaseCheck.ALIVE : LeaseCheck.ENDED;
  }

  /** Notes that a node admits nothing that entries up to this number took back. */
  void acknowledge(UUID lease, long sequence) {
    if (book.isBehind(lease, sequence)) {
      book.acknowledged(lease, sequence);
      changes.raise();
      table.acknowledge(lease, sequence);
    }
  }

  /** Whether this lease is alive and the node's. Asks the database only about what is new here. */
  public LeaseCheck check(UUID lease, String node) {
    Optional<LeaseRow> alive = book.alive(lease, ticker.nanos());
    if (alive.isEmpty()) {
      table.find(lease).ifPresent(row -> book.saw(row, ticker.nanos()));
      alive = book.alive(lease, ticker.nanos());
    }
    if (alive.isEmpty()) {
      return LeaseCheck.ENDED;
    }
    return alive.get().node().equals(node) ? LeaseCheck.ALIVE : LeaseCheck.FOREIGN;
  }

  /** Reads the database, and ends there what is over for good. */
  LeaseState look() {
    LeaseState state = table.look();
    book.saw(state, ticker.nanos());
    head.advanceTo(state.sequence());
    for (LeaseRow over : book.over(ticker.nanos())) {
      if (table.end(over)) {
        book.forget(over.id());
        changes.raise();
      }
    }
    return state;
  }

  /**
   * How long it may still take until the entry of this number is in force everywhere if no node
   * says another word; zero or less when it is. Speaks of what the last {@link #look()} saw.
   */
  Duration untilEffective(long sequence) {
    long now = ticker.nanos();
    return book.behind(sequence).stream()
        .map(row -> book.aftermath(row, now))
        // What is over but not ended in the database can still be renewed elsewhere.
        .map(left -> left.isPositive() ? left : Duration.ofNanos(1))
        .reduce(book.quarantine(now), Leases::longer);
  }

  /** Raised at every grant, renewal, acknowledgement and end. */
  Signal changes() {
    return changes;
  }

  /** What the node of this lease has acknowledged, as far as this process knows. */
  long acknowledged(UUID lease) {
    return book.alive(lease, ticker.nanos()).map(LeaseRow::acknowledged).orElse(0L);
  }

  /** The last entry this process knows of. */
  long current() {
    return head.current();
  }

  long epoch() {
    return book.epoch();
  }

  private void note(LeaseRow row) {
    long now = ticker.nanos();
    book.sawEpoch(row.epoch(), now);
    book.saw(row, now);
    changes.raise();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
