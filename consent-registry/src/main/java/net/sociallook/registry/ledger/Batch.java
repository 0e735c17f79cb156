package net.sociallook.registry.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.sociallook.registry.ledger.LedgerTable.Row;

/** What one transaction adds to the ledger. */
final class Batch {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final LedgerTable table;
  private final Clock clock;

  Batch(LedgerTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * Adds the drafts of several submissions, inside the caller's transaction. A draft that is
   * recorded already is not added again.
   *
   * @return the submissions, by index, of which nothing was added because one of their ids is in
   *     use
   */
  Set<Integer> add(List<List<Draft>> submissions) {
    long last = table.lockAndFindLast();
    Map<Draft.Key, String> known =
        table.recorded(submissions.stream().flatMap(List::stream).map(Draft::key).toList());
    Set<Integer> refused = new java.util.HashSet<>();
    List<Draft> fresh = new ArrayList<>();
    for (int i = 0; i < submissions.size(); i++) {
      Optional<List<Draft>> added = fresh(submissions.get(i), known);
      if (added.isEmpty()) {
        refused.add(i);
      }
      for (Draft draft : added.orElse(List.of())) {
        fresh.add(draft);
        known.put(draft.key(), payload(draft, clock.instant()));
      }
    }
    table.insert(rows(fresh, last));
    return refused;
  }

  /** What of a submission is new; empty if one of its ids is in use for something else. */
  private static Optional<List<Draft>> fresh(List<Draft> drafts, Map<Draft.Key, String> known) {
    Map<Draft.Key, Draft> fresh = new java.util.LinkedHashMap<>();
    for (Draft draft : drafts) {
      String recorded = known.get(draft.key());
      Draft twin = fresh.putIfAbsent(draft.key(), draft);
      boolean other =
          (recorded != null && !recorded.endsWith(ending(draft)))
              || (twin != null && !twin.equals(draft));
      if (other) {
        return Optional.empty();
      }
    }
    return Optional.of(
        fresh.values().stream().filter(draft -> !known.containsKey(draft.key())).toList());
  }

  private List<Row> rows(List<Draft> drafts, long last) {
    Map<UUID, ChainLink> heads =
        new HashMap<>(
            table.heads(
                drafts.stream()
                    .map(Draft::client)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet())));
    Instant at = clock.instant();
    List<Row> rows = new ArrayList<>();
    for (Draft draft : drafts) {
      ChainLink previous =
          draft
              .client()
              .map(client -> heads.getOrDefault(client, ChainLink.start()))
              .orElseGet(ChainLink::start);
      byte[] salt = new byte[32];
      RANDOM.nextBytes(salt);
      Row row = new Row(last + rows.size() + 1, draft, previous, salt, payload(draft, at), at);
      draft.client().ifPresent(client -> heads.put(client, row.link()));
      rows.add(row);
    }
    return rows;
  }

  private static String payload(Draft draft, Instant at) {
    return "{\"kind\":\"" + draft.kind().code() + "\",\"recorded\":\"" + at + "\"" + ending(draft);
  }

  private static String ending(Draft draft) {
    return ",\"body\":" + draft.body() + "}";
  }
}
