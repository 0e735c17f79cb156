package net.sociallook.registry.page.start;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Provision;
import net.sociallook.registry.grant.BlockReader;
import net.sociallook.registry.grant.ClientGrants;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may do what: one card for each institution that is linked or was ever allowed something. */
@Component
class Cards {
  private final ClientGrants grants;
  private final BlockReader blocks;
  private final Links links;
  private final DirectoryNames names;

  Cards(ClientGrants grants, BlockReader blocks, Links links, DirectoryNames names) {
    this.grants = grants;
    this.blocks = blocks;
    this.links = links;
    this.names = names;
  }

  /**
   * @param all by name
   * @param everythingBlocked whether nobody may anything
   * @param partlyBlocked whether single documents, people or topics are blocked
   */
  record Overview(List<Card> all, boolean everythingBlocked, boolean partlyBlocked) {
    /** Whether anybody may do anything, now or later. */
    public boolean isNothingAllowed() {
      return everythingBlocked
          || all.stream().allMatch(card -> card.blocked() || card.may().isEmpty());
    }
  }

  Overview of(SignedIn who, Instant now) {
    List<Block> standing = blocks.blocksOf(who.client());
    Set<InstitutionId> blocked =
        standing.stream()
            .flatMap(block ->
                block instanceof Block.Institution one
                    ? Stream.of(one.institution())
                    : Stream.empty())
            .collect(Collectors.toSet());
    boolean everything = standing.contains(new Block.Everything());
    Map<InstitutionId, ClientGrants.Given> given =
        grants.of(who).stream()
            .filter(one -> !one.withdrawn())
            .collect(Collectors.toMap(ClientGrants.Given::recipient, Function.identity()));
    List<Card> cards =
        Stream.concat(links.of(who).stream(), given.keySet().stream())
            .distinct()
            .map(id -> card(id, given.get(id), blocked, now))
            .map(card -> everything ? card.blockedToo() : card)
            .sorted(Comparator.comparing(Card::name))
            .toList();
    long whole = blocked.size() + (everything ? 1 : 0);
    return new Overview(cards, everything, standing.size() > whole);
  }

  private Card card(
      InstitutionId id,
      ClientGrants.@Nullable Given given,
      Set<InstitutionId> blocked,
      Instant now) {
    List<Card.May> may =
        given == null
            ? List.of()
            : given.provisions().stream()
                .filter(provision -> now.isBefore(provision.limits().period().end()))
                .map(provision -> may(provision, blocked, now))
                .sorted(Comparator.comparing(Card.May::until))
                .toList();
    UUID grant = given == null || may.isEmpty() ? null : given.id();
    return new Card(names.institution(id), grant, may, blocked.contains(id));
  }

  private Card.May may(Provision provision, Set<InstitutionId> blocked, Instant now) {
    Limits limits = provision.limits();
    return new Card.May(
        provision.permission().code(),
        names.institution(provision.holder()),
        limits.period().start(),
        limits.period().end(),
        !now.isBefore(limits.period().start()),
        blocked.contains(provision.holder()),
        limits.narrowing().caseworker().map(names::caseworker).orElse(null),
        limits.narrowing().team().map(names::team).orElse(null),
        limits.narrowing().document().isPresent());
  }
}
