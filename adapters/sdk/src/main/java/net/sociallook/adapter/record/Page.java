package net.sociallook.adapter.record;

import java.util.List;
import java.util.Optional;

/**
 * One page of a search.
 *
 * @param items at most as many as were asked for
 * @param next the position after the last item, in a form of the integrator's own; empty on the
 *     last page. The SDK encrypts it, so that callers learn nothing from it.
 */
public record Page<R>(List<R> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
