package net.sociallook.gateway.lease;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a node's lease, without network and with clocks from outside. Checks and
 * registrations come from any thread; what the registry says is told by one thread.
 */
class NodeLease implements Leases {
  private static final long LONGEST_LEASE_MILLIS = 10_000;

  private final Clocks clocks;
  private final Runnable drained;
  private final Set<Running> running = ConcurrentHashMap.newKeySet();
  private final Deque<Draining> draining = new ArrayDeque<>();
  private volatile @Nullable Held held;
  private Optional<LeaseTerm> former = Optional.empty();
  private Set<Running> formerRequests = Set.of();
  private long acknowledgeable;

  /** A lease that is held; its term is renewed in place. */
  static final class Held {
    final UUID lease;
    final long epoch;
    final Withdrawals withdrawals;
    volatile LeaseTerm term;

    Held(UUID lease, long epoch, Withdrawals withdrawals, LeaseTerm term) {
      this.lease = lease;
      this.epoch = epoch;
      this.withdrawals = withdrawals;
      this.term = term;
    }
  }

  /** An entry that is visible, with the requests that were running on what it killed. */
  private record Draining(long sequence, Set<Running> requests) {}

  /**
   * @param drained called on any thread when a request that had been cut has ended
   */
  NodeLease(Clocks clocks, Runnable drained) {
    this.clocks = clocks;
    this.drained = drained;
  }

  @Override
  public Optional<Refused> lastCheck(TokenStanding standing) {
    Held now = held;
    // The clock first: what is alive after the reading was alive at it.
    return now == null || over(now.term, clocks.now())
        ? Optional.of(Refused.NO_LEASE)
        : now.withdrawals.refuses(standing);
  }

  @Override
  public InFlight register(TokenStanding standing, Runnable cut) {
    Running request = new Running(standing, cut, this, held);
    enter(request);
    return request;
  }

  /** Whether a request that was registered under this lease may go on. */
  boolean carries(@Nullable Held lease) {
    return lease != null && lease == held && !over(lease.term, clocks.now());
  }

  void ended(Running request) {
    if (running.remove(request) && request.killed()) {
      drained.run();
    }
  }

  Optional<Held> held() {
    return Optional.ofNullable(held);
  }

  int inFlight() {
    return running.size();
  }

  /** Whether there is a lease and its time is over. */
  boolean ranOut() {
    Held now = held;
    return now != null && over(now.term, clocks.now());
  }

  /**
   * Whether the node may ask for a new lease: the requests of the former one have ended, or its
   * time is over for the registry too.
   */
  boolean mayJoin() {
    boolean quiet = formerRequests.stream().noneMatch(running::contains);
    return held == null && (quiet || former.map(term -> term.overAt(clocks.now())).orElse(true));
  }

  /**
   * A lease was granted. Nothing is served before this.
   *
   * @param sent when it was asked for
   * @throws LeaseBroken if the answer is not whole, or came too late
   */
  void joined(Joined answer, Moment sent) {
    Moment now = clocks.now();
    LeaseTerm term = term(answer.leaseMillis(), sent, now);
    Withdrawals known = snapshot(answer, now);
    require(!over(term, now), "lease: over before it came", "sooner");
    draining.clear();
    acknowledgeable = known.sequence();
    held = new Held(answer.lease(), answer.epoch(), known, term);
  }

  /**
   * @param sent when the renewal was sent
   * @throws LeaseBroken if the lease does not go on
   */
  void renewed(Renewed answer, Moment sent) {
    Held now = holding();
    require(answer.epoch() == now.epoch, "epoch: " + answer.epoch(), "" + now.epoch);
    Moment received = clocks.now();
    require(!over(now.term, received), "renewal: after the lease ran out", "sooner");
    now.term = term(answer.leaseMillis(), sent, received);
  }

  /**
   * An entry came: from the return of this method no thread admits on what it killed, and what is
   * running on it is being cut.
   *
   * @throws LeaseBroken if it is not the next one
   */
  void applied(Entry entry) {
    Held now = holding();
    now.withdrawals.add(entry, clocks.now());
    Set<Running> killed =
        running.stream()
            .filter(request -> entry.kills(request.standing()))
            .collect(Collectors.toUnmodifiableSet());
    draining.addLast(new Draining(entry.sequence(), killed));
    killed.forEach(Running::cut);
  }

  /** The last number with all entries up to it visible and no request left on what they killed. */
  long acknowledgeable() {
    for (Draining first = draining.peekFirst();
        first != null && first.requests().stream().noneMatch(running::contains);
        first = draining.peekFirst()) {
      acknowledgeable = draining.removeFirst().sequence();
    }
    return acknowledgeable;
  }

  /** The lease is over: everything is refused, and what is running is being cut. */
  void lose() {
    Held last = held;
    if (last == null) {
      return;
    }
    held = null;
    former = Optional.of(last.term);
    formerRequests = Set.copyOf(running);
    formerRequests.forEach(Running::cut);
  }

  // What follows are rules that a broken variant in the tests breaks, one each.

  void enter(Running request) {
    // Counted first, checked then: an entry that comes in between finds the request, or the check
    // finds the entry.
    count(request);
    if (lastCheck(request.standing()).isPresent()) {
      request.kill();
    }
  }

  final void count(Running request) {
    running.add(request);
  }

  LeaseTerm term(long millis, Moment sent, Moment received) {
    require(
        millis > 0 && millis <= LONGEST_LEASE_MILLIS,
        "leaseMillis: " + millis,
        "1 to " + LONGEST_LEASE_MILLIS);
    return new LeaseTerm(sent, millis);
  }

  boolean over(LeaseTerm term, Moment now) {
    return term.overAt(now);
  }

  Withdrawals snapshot(Joined answer, Moment now) {
    Withdrawals known = new Withdrawals(answer.floor());
    answer.entries().forEach(entry -> known.add(entry, now));
    require(
        known.sequence() == answer.sequence(),
        "entries: up to " + known.sequence(),
        "up to " + answer.sequence());
    return known;
  }

  private Held holding() {
    Held now = held;
    if (now == null) {
      throw new LeaseBroken("lease: none (expected: one)");
    }
    return now;
  }

  private static void require(boolean right, String what, String expected) {
    if (!right) {
      throw new LeaseBroken(what + " (expected: " + expected + ")");
    }
  }
}
