package net.sociallook.gateway.lease;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import net.sociallook.consent.GrantId;

/**
 * What this node knows to be dead. Read by every thread, written by one.
 *
 * <p>No token lives longer than five minutes, so an entry that is older than {@link #MEMORY} can be
 * forgotten if tokens that were read before it are refused from then on.
 */
final class Withdrawals {
  static final Duration MEMORY = Duration.ofMinutes(15);

  private final Map<GrantId, Dead> grants = new ConcurrentHashMap<>();
  private final Map<UUID, Long> tokens = new ConcurrentHashMap<>();
  private final Map<UUID, Long> sessions = new ConcurrentHashMap<>();
  private final Deque<Known> inOrder = new ArrayDeque<>();
  private volatile long floor;
  private volatile long sequence;

  private record Dead(int lowestLiveVersion, long sequence) {
    Dead with(Dead later) {
      return new Dead(Math.max(lowestLiveVersion, later.lowestLiveVersion), later.sequence);
    }
  }

  private record Known(Entry entry, long sinceNanos) {}

  Withdrawals(long floor) {
    this.floor = floor;
    this.sequence = floor;
  }

  /** The last number that is known. */
  long sequence() {
    return sequence;
  }

  Optional<Refused> refuses(TokenStanding standing) {
    Optional<Refused> root = refuses(standing.root());
    if (root.isPresent()) {
      return root;
    }
    if (tokens.containsKey(standing.jti())) {
      return Optional.of(Refused.TOKEN_REVOKED);
    }
    // After the maps: forgetting raises the floor before it empties them.
    return standing.readAt() < floor ? Optional.of(Refused.READ_TOO_OLD) : Optional.empty();
  }

  private Optional<Refused> refuses(TokenStanding.Root root) {
    return switch (root) {
      case TokenStanding.Root.OfGrant(GrantId grant, int version) -> {
        Dead dead = grants.get(grant);
        yield dead != null && version < dead.lowestLiveVersion()
            ? Optional.of(Refused.VERSION_DEAD)
            : Optional.empty();
      }
      case TokenStanding.Root.OfSession(UUID session) ->
          sessions.containsKey(session) ? Optional.of(Refused.SESSION_ENDED) : Optional.empty();
    };
  }

  /**
   * Makes the entry visible to every thread.
   *
   * @throws LeaseBroken if it is not the next one
   */
  void add(Entry entry, Moment now) {
    if (entry.sequence() != sequence + 1) {
      throw new LeaseBroken(
          "sequence: " + entry.sequence() + " (expected: " + (sequence + 1) + ")");
    }
    switch (entry) {
      case Entry.OfGrant grant ->
          grants.merge(
              grant.grant(), new Dead(grant.lowestLiveVersion(), grant.sequence()), Dead::with);
      case Entry.OfToken token -> tokens.put(token.jti(), token.sequence());
      case Entry.OfSession session -> sessions.put(session.session(), session.sequence());
    }
    inOrder.addLast(new Known(entry, now.nanos()));
    sequence = entry.sequence();
    forget(now);
  }

  private void forget(Moment now) {
    for (Known oldest = inOrder.peekFirst();
        oldest != null && now.nanos() - oldest.sinceNanos() > MEMORY.toNanos();
        oldest = inOrder.peekFirst()) {
      inOrder.removeFirst();
      long number = oldest.entry().sequence();
      floor = number;
      switch (oldest.entry()) {
        case Entry.OfGrant grant -> {
          Dead dead = grants.get(grant.grant());
          if (dead != null && dead.sequence() == number) {
            grants.remove(grant.grant());
          }
        }
        case Entry.OfToken token -> tokens.remove(token.jti(), number);
        case Entry.OfSession session -> sessions.remove(session.session(), number);
      }
    }
  }
}
