package net.sociallook.adapter.provider;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/**
 * The records of one page, picked out of all in the order of the server's numbers. A number never
 * changes, so pages stay whole whatever the server does to the order of its own. Keeps one record
 * more than the page has, however many are offered.
 */
final class Selection<R extends Item> {
  private static final Comparator<String> RISING =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  private final PageRequest wanted;
  private final Comparator<String> order;
  private final TreeMap<String, R> nearest;

  /**
   * @param newestFirst whether the highest number comes first
   */
  Selection(PageRequest wanted, boolean newestFirst) {
    this.wanted = wanted;
    this.order = newestFirst ? RISING.reversed() : RISING;
    this.nearest = new TreeMap<>(order);
  }

  void offer(R record) {
    if (wanted.after().map(last -> order.compare(record.id(), last) > 0).orElse(true)) {
      nearest.put(record.id(), record);
      if (nearest.size() > wanted.count() + 1) {
        nearest.pollLastEntry();
      }
    }
  }

  Page<R> page() {
    if (nearest.size() <= wanted.count()) {
      return new Page<>(nearest.values().stream().toList(), Optional.empty());
    }
    nearest.pollLastEntry();
    return new Page<>(nearest.values().stream().toList(), Optional.of(nearest.lastKey()));
  }
}
