package net.sociallook.consent;

import java.util.Optional;

/**
 * What a client may add to a provision so that it opens less: one document, one team, one
 * caseworker. Empty means "not narrowed in this respect".
 */
public record Narrowing(
    Optional<ResourceId> document, Optional<TeamId> team, Optional<CaseworkerId> caseworker) {
  public static final Narrowing NONE =
      new Narrowing(Optional.empty(), Optional.empty(), Optional.empty());

  boolean admits(Requester requester) {
    return team.map(wanted -> requester.team().filter(wanted::equals).isPresent()).orElse(true)
        && caseworker.map(requester.caseworker()::equals).orElse(true);
  }

  boolean admitsDocument(ResourceFacts facts) {
    return document.map(facts.id()::equals).orElse(true);
  }

  boolean liesWithin(Narrowing other) {
    return within(document, other.document)
        && within(team, other.team)
        && within(caseworker, other.caseworker);
  }

  private static <T> boolean within(Optional<T> mine, Optional<T> theirs) {
    return theirs.isEmpty() || theirs.equals(mine);
  }
}
