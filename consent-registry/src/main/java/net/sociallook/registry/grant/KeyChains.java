package net.sociallook.registry.grant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.ClientKeys.Edge;
import net.sociallook.registry.grant.ClientKeys.Key;
import net.sociallook.registry.grant.SignedEvidence.EndorsedKey;
import org.springframework.stereotype.Component;

/**
 * Finds what leads from a client's key to one that a holder has endorsed: the shortest way, of at
 * most three steps. Takes part in the caller's transaction.
 */
@Component
public class KeyChains {
  /** Gateways take no longer ones. */
  public static final int MOST_STEPS = 3;

  private final ClientKeys keys;

  KeyChains(ClientKeys keys) {
    this.keys = keys;
  }

  /**
   * @param steps empty where the holder has endorsed the very key
   */
  public record Chain(List<KeyStep> steps, EndorsedKey endorsed) {}

  private record Way(Key at, List<KeyStep> steps) {}

  /** Empty where nothing leads there. */
  public Optional<Chain> from(UUID client, byte[] credential, InstitutionId holder) {
    List<EndorsedKey> endorsed = keys.endorsedBy(client, holder);
    Optional<Key> start = keys.find(client, credential);
    if (endorsed.isEmpty() || start.isEmpty()) {
      return Optional.empty();
    }
    Optional<EndorsedKey> itself = start.get().among(endorsed);
    return itself.isPresent()
        ? itself.map(key -> new Chain(List.of(), key))
        : search(start.get(), keys.edges(client), endorsed);
  }

  private static Optional<Chain> search(Key start, List<Edge> edges, List<EndorsedKey> endorsed) {
    Set<Key> seen = new HashSet<>(Set.of(start));
    Deque<Way> ways = new ArrayDeque<>(List.of(new Way(start, List.of())));
    while (!ways.isEmpty()) {
      Way way = ways.removeFirst();
      Optional<EndorsedKey> reached = way.at().among(endorsed);
      if (reached.isPresent()) {
        return Optional.of(new Chain(way.steps(), reached.get()));
      }
      for (Edge edge : edges) {
        if (edge.newer().equals(way.at())
            && way.steps().size() < MOST_STEPS
            && seen.add(edge.older())) {
          List<KeyStep> steps = new ArrayList<>(way.steps());
          steps.add(edge.step());
          ways.addLast(new Way(edge.older(), List.copyOf(steps)));
        }
      }
    }
    return Optional.empty();
  }
}
