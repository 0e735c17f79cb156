package net.sociallook.registry.ownaccess;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gateway nodes, in the order in which they are asked: as configured, but those that lately gave no
 * answer come last. Thread-safe.
 */
final class Nodes {
  static final Duration AVOIDED = Duration.ofSeconds(30);

  private final List<URI> all;
  private final Clock clock;
  private final Map<URI, Instant> avoidedUntil = new ConcurrentHashMap<>();

  Nodes(List<URI> all, Clock clock) {
    this.all = List.copyOf(all);
    this.clock = clock;
  }

  List<URI> inOrder() {
    Instant now = clock.instant();
    return all.stream().sorted(Comparator.comparing(node -> isAvoided(node, now))).toList();
  }

  void answered(URI node) {
    avoidedUntil.remove(node);
  }

  void gaveNoAnswer(URI node) {
    avoidedUntil.put(node, clock.instant().plus(AVOIDED));
  }

  private boolean isAvoided(URI node, Instant now) {
    Instant until = avoidedUntil.get(node);
    return until != null && until.isAfter(now);
  }
}
