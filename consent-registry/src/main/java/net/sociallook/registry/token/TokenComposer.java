package net.sociallook.registry.token;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.grant.Evidence;
import net.sociallook.registry.token.routing.Routing;
import net.sociallook.registry.token.routing.RoutingSeal;

/** Puts a decided token together. */
final class TokenComposer {
  /** No token lives longer. */
  static final Duration LONGEST = Duration.ofSeconds(300);

  private final RoutingSeal seal;

  TokenComposer(RoutingSeal seal) {
    this.seal = seal;
  }

  /**
   * What the gateways are told beside.
   *
   * @param holder whose data the token is for
   * @param pseudonym of the client there
   */
  record Hidden(InstitutionId holder, String pseudonym, List<Block> blocks, Evidence evidence) {}

  /**
   * The token as of now; it ends after {@link #LONGEST} or with the first of its provisions, or
   * with a representative's order. Empty when less than a whole second is left.
   */
  Optional<ConsentToken> compose(
      ConsentToken.Bearer bearer, ConsentToken.Granted granted, Hidden hidden, Instant now) {
    Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
    Instant latest = issuedAt.plus(LONGEST);
    Instant order =
        hidden.evidence().until().map(end -> end.truncatedTo(ChronoUnit.SECONDS)).orElse(latest);
    Instant expiresAt = earliest(order.isBefore(latest) ? order : latest, granted.provisions());
    if (!issuedAt.isBefore(expiresAt)) {
      return Optional.empty();
    }
    ConsentToken.Life life = new ConsentToken.Life(UUID.randomUUID(), issuedAt, expiresAt);
    String routing = seal.seal(routing(life.id(), hidden));
    return Optional.of(new ConsentToken(life, bearer, granted, routing));
  }

  private static Instant earliest(Instant latest, List<Provision> provisions) {
    return provisions.stream()
        .map(provision -> provision.limits().period().end().truncatedTo(ChronoUnit.SECONDS))
        .min(Comparator.naturalOrder())
        .filter(end -> end.isBefore(latest))
        .orElse(latest);
  }

  private static Routing routing(UUID token, Hidden hidden) {
    return new Routing(
        token,
        Map.of(hidden.holder(), hidden.pseudonym()),
        hidden.blocks().stream().filter(block -> canWithhold(block, hidden.holder())).toList(),
        hidden.evidence());
  }

  /**
   * A block that refuses requests as a whole has left no token to carry it, or is about others:
   * only what can withhold single resources of this holder is told.
   */
  private static boolean canWithhold(Block block, InstitutionId holder) {
    return switch (block) {
      case Block.Document document -> document.holder().equals(holder);
      case Block.Sensitivity sensitivity -> true;
      case Block.Everything everything -> false;
      case Block.Institution institution -> false;
      case Block.Person person -> false;
    };
  }
}
