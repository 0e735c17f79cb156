package net.sociallook.gateway.filter;

import java.util.List;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;

/**
 * What became of the resources of one answer, for the ledger.
 *
 * @param released the first {@value #NAMED}, in the order of the answer
 */
public record Tally(List<Released> released, int releasedCount, int withheldCount) {
  /** How many released resources are named. */
  public static final int NAMED = 100;

  public static final Tally NOTHING = new Tally(List.of(), 0, 0);

  public Tally {
    released = List.copyOf(released);
  }

  /** One resource that may leave. */
  public record Released(ResourceType type, ResourceId id) {}
}
