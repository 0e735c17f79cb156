package net.sociallook.registry.ownaccess;

import java.util.List;

/**
 * What one holder has of one kind.
 *
 * @param more whether there is more than is listed
 */
public record Listing(List<Item> items, boolean more) {
  static final Listing EMPTY = new Listing(List.of(), false);

  public Listing {
    items = List.copyOf(items);
  }
}
