package net.sociallook.registry.sequence.lease;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What this process knows of the leases, in its own monotonic time. Leases are rows that several
 * registry processes renew; a row holds no time, because no two clocks are trusted to agree. A
 * process that sees a lease with a new number of renewals at instant t knows that it was renewed
 * before t, so it ends before t + lease.
 *
 * <p>Thread-safe; readings are those of one {@link net.sociallook.registry.sequence.Ticker}.
 */
final class LeaseBook {
  /** A lease and the latest reading at which it can end. */
  record Entry(LeaseRow row, long endsBy) {}

  private final LeaseTerms terms;
  private final Map<UUID, Entry> entries = new HashMap<>();
  private long epoch;
  private long quietUntil;

  /**
   * @param now of the start, from which on the quarantine of the first epoch counts
   */
  LeaseBook(LeaseTerms terms, long now) {
    this.terms = terms;
    quietUntil = now + terms.aftermath().toNanos();
  }

  /**
   * Notes a look at the database.
   *
   * @param now read <em>after</em> the look
   */
  synchronized void saw(LeaseState state, long now) {
    sawEpoch(state.epoch(), now);
    state.leases().forEach(row -> saw(row, now));
  }

  /**
   * Notes the registry's epoch. A new one starts a quarantine: whoever drew it may know nothing of
   * the leases before it.
   */
  synchronized void sawEpoch(long seen, long now) {
    if (seen > epoch) {
      epoch = seen;
      quietUntil = now + terms.aftermath().toNanos();
    }
  }

  /** Notes a lease that was read or written before {@code now}. */
  synchronized void saw(LeaseRow row, long now) {
    Entry known = entries.get(row.id());
    if (known == null || row.renewals() > known.row().renewals()) {
      entries.put(row.id(), new Entry(row, now + terms.lease().toNanos()));
    }
    acknowledged(row.id(), known == null ? 0 : known.row().acknowledged());
    acknowledged(row.id(), row.acknowledged());
  }

  /** Notes what a node said, before the database knows. */
  synchronized void acknowledged(UUID lease, long sequence) {
    entries.computeIfPresent(
        lease, (id, known) -> new Entry(known.row().withAcknowledged(sequence), known.endsBy()));
  }

  synchronized void forget(UUID lease) {
    entries.remove(lease);
  }

  /** The lease, unless it is unknown here or has certainly ended. */
  synchronized Optional<LeaseRow> alive(UUID lease, long now) {
    return Optional.ofNullable(entries.get(lease))
        .filter(known -> now - known.endsBy() < 0)
        .filter(known -> known.row().epoch() == epoch)
        .map(Entry::row);
  }

  /** Whether the entry of this number may not be in force under this lease. */
  synchronized boolean isBehind(UUID lease, long sequence) {
    Entry known = entries.get(lease);
    return known == null || known.row().acknowledged() < sequence;
  }

  /** The leases under which the entry of this number may not be in force. */
  synchronized List<LeaseRow> behind(long sequence) {
    return entries.values().stream()
        .map(Entry::row)
        .filter(row -> row.acknowledged() < sequence)
        .toList();
  }

  /** How long something admitted under this lease can still happen; zero or less when over. */
  synchronized Duration aftermath(LeaseRow lease, long now) {
    Entry known = entries.get(lease.id());
    return known == null
        ? Duration.ZERO
        : Duration.ofNanos(known.endsBy() - now).plus(terms.stamp()).plus(terms.margin());
  }

  /** The leases that are over for good, with all that was admitted under them. */
  synchronized List<LeaseRow> over(long now) {
    return entries.values().stream()
        .map(Entry::row)
        .filter(row -> !aftermath(row, now).isPositive())
        .toList();
  }

  /** How long nothing may be called effective since a new epoch began; zero or less when over. */
  synchronized Duration quarantine(long now) {
    return Duration.ofNanos(quietUntil - now);
  }

  synchronized long epoch() {
    return epoch;
  }
}
