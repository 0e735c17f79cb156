package net.sociallook.registry.page.start;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One institution on the start page.
 *
 * @param grant where the client has ever allowed it something
 * @param may what it may, the first to end first; also where blocked
 * @param blocked whether a block beats all of it
 */
record Card(String name, @Nullable UUID grant, List<May> may, boolean blocked) {

  Card blockedToo() {
    return new Card(name, grant, may, true);
  }

  /**
   * One thing that it may.
   *
   * @param permission code
   * @param holder name of the institution whose data it is about
   * @param begun whether it may so already
   * @param blocked whether a block beats this
   * @param person name, where only she may
   * @param team name, where only it may
   * @param oneDocument whether it is about a single document
   */
  record May(
      String permission,
      String holder,
      Instant from,
      Instant until,
      boolean begun,
      boolean blocked,
      @Nullable String person,
      @Nullable String team,
      boolean oneDocument) {}
}
