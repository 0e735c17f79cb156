package net.sociallook.adapter.provider.simulation;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a server still knows of searches under way: little, for a short time, each once. */
final class Cursors {
  private static final int MOST = 200;
  private static final long LIFE_NANOS = Duration.ofSeconds(20).toNanos();

  private final Map<String, Rest> kept = new LinkedHashMap<>();

  synchronized String keep(List<String> ids) {
    String cursor = UUID.randomUUID().toString();
    kept.put(cursor, new Rest(List.copyOf(ids), System.nanoTime()));
    Iterator<Rest> oldest = kept.values().iterator();
    while (kept.size() > MOST) {
      oldest.next();
      oldest.remove();
    }
    return cursor;
  }

  synchronized Optional<List<String>> take(String cursor) {
    return Optional.ofNullable(kept.remove(cursor))
        .filter(rest -> System.nanoTime() - rest.since() < LIFE_NANOS)
        .map(Rest::ids);
  }

  private record Rest(List<String> ids, long since) {}
}
