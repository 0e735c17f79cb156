package net.sociallook.consent;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is known of what clients allow when a request is decided. The order of the lists means
 * nothing.
 */
public record Consents(List<Grant> grants, List<Block> blocks, Set<Link> links) {
  public Consents {
    grants = List.copyOf(grants);
    blocks = List.copyOf(blocks);
    links = Set.copyOf(links);
  }

  /**
   * The newest version of each grant between these parties. An older one counts for nothing,
   * whatever became of the newest.
   */
  Stream<Grant> currentGrants(Grant.Parties parties) {
    return grants.stream().filter(grant -> grant.parties().equals(parties)).filter(this::isNewest);
  }

  private boolean isNewest(Grant grant) {
    return grants.stream()
        .map(Grant::version)
        .filter(version -> version.grant().equals(grant.version().grant()))
        .allMatch(version -> version.number() <= grant.version().number());
  }
}
