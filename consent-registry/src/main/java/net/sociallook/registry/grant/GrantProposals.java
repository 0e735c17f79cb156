package net.sociallook.registry.grant;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.reach.Reach;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Puts together what a client is asked to sign: what stands, and what she wants to add. */
@Component
class GrantProposals {
  private static final int MOST_PROVISIONS = 50;

  private final GrantStore grants;
  private final Places places;
  private final ConsentText texts;
  private final CanonicalDocument documents;

  /** Who exists, where the client is known, and what time it is. */
  @Component
  record Places(Directory directory, Links links, Clock clock) {}

  GrantProposals(GrantStore grants, Places places, ConsentText texts, CanonicalDocument documents) {
    this.grants = grants;
    this.places = places;
    this.texts = texts;
    this.documents = documents;
  }

  /**
   * @param released holders whose professionals the client releases from secrecy
   */
  record Wish(
      InstitutionId recipient,
      List<Provision> provisions,
      Language language,
      Set<InstitutionId> released) {

    /** Releases nobody. */
    Wish(InstitutionId recipient, List<Provision> provisions, Language language) {
      this(recipient, provisions, language, Set.of());
    }
  }

  record Draft(UUID grant, SignedDocument.Shown shown) {}

  /**
   * @throws Refused if the wish names what does not exist or where the client is not linked, or
   *     does not release somebody who is bound to secrecy
   */
  Draft draft(SignedIn who, Wish wish) {
    if (who.reach().acting().isEmpty()) {
      return draft(who.client(), wish, new Scope(standing -> true, "", Optional.empty()));
    }
    Reach.Acting acting = who.reach().acting().get();
    requireWithin(acting, wish);
    return draft(
        who.client(),
        wish,
        new Scope(
            standing -> acting.covers(standing.holder()),
            Wording.in(wish.language()).acting(acting.capacity()) + "\n\n",
            Optional.of(acting)));
  }

  /**
   * What a document holds of what stands, what comes before its text, and who signs it for the
   * client.
   */
  private record Scope(Predicate<Provision> kept, String foreword, Optional<Reach.Acting> acting) {}

  /** Nobody acts for a client beyond her reach, or for longer than the order lasts. */
  private static void requireWithin(Reach.Acting acting, Wish wish) {
    boolean within =
        acting.covers(wish.recipient())
            && wish.provisions().stream().map(Provision::holder).allMatch(acting::covers);
    if (!within) {
      throw new Refused(Problem.NOT_LINKED);
    }
    for (Provision provision : wish.provisions()) {
      Instant end = provision.limits().period().end();
      Instant latest = acting.atMost(acting.atMost(end, wish.recipient()), provision.holder());
      if (end.isAfter(latest)) {
        throw new Refused(
            Problem.MALFORMED, "validUntil: after the end of the order (expected: before)");
      }
    }
  }

  /**
   * What an institution can witness: it holds nothing but what is about its own data.
   *
   * @param foreword what comes before the text
   */
  Draft draftAt(InstitutionId holder, UUID client, Wish wish, String foreword) {
    if (wish.provisions().stream().anyMatch(wished -> !wished.holder().equals(holder))) {
      throw new Refused(Problem.MALFORMED, "holder: another (expected: who captures)");
    }
    return draft(
        client,
        wish,
        new Scope(standing -> standing.holder().equals(holder), foreword, Optional.empty()));
  }

  /** Of the holders in what would be signed, those whose staff are bound to secrecy. */
  List<Institution> bound(SignedIn who, InstitutionId recipient, List<Provision> wished) {
    return bound(
        added(grants.find(who.client(), recipient), wished).stream()
            .filter(one -> who.reach().covers(one.holder()))
            .toList());
  }

  private List<Institution> bound(List<Provision> all) {
    return all.stream()
        .map(Provision::holder)
        .distinct()
        .flatMap(holder -> places.directory().institution(holder).stream())
        .filter(holder -> !holder.professionals().isEmpty())
        .toList();
  }

  private Draft draft(UUID client, Wish wish, Scope scope) {
    requireSound(client, wish);
    Optional<StoredGrant> existing = grants.find(client, wish.recipient());
    List<Provision> all = added(existing, wish.provisions()).stream().filter(scope.kept()).toList();
    if (all.size() > MOST_PROVISIONS) {
      throw new Refused(Problem.MALFORMED, "provisions: too many (expected: at most 50 in all)");
    }
    List<Institution> bound = bound(all);
    if (!wish.released().containsAll(bound.stream().map(Institution::id).toList())) {
      throw new Refused(Problem.RELEASE_NEEDED);
    }
    UUID grant = existing.map(StoredGrant::id).orElseGet(UUID::randomUUID);
    byte[] previous =
        existing
            .flatMap(found -> grants.document(found.id(), found.signedVersion()))
            .map(before -> before.shown().document())
            .orElse(null);
    String text = scope.foreword() + texts.ofGrant(wish.recipient(), all, bound, wish.language());
    int version = existing.map(StoredGrant::version).orElse(0) + 1;
    byte[] document =
        documents.ofGrant(
            new CanonicalDocument.Content(grant, version, previous, wish.recipient().value(), all),
            new CanonicalDocument.Text(text, wish.language().code()),
            scope.acting().map(acting -> OnBehalf.of(acting, all)).orElse(null));
    return new Draft(grant, new SignedDocument.Shown(document, text, wish.language().code()));
  }

  /** What stands and is not over, without what the new provisions contain; then the new ones. */
  private List<Provision> added(Optional<StoredGrant> existing, List<Provision> wished) {
    Instant now = places.clock().instant();
    List<Provision> all = new ArrayList<>();
    existing.stream()
        .flatMap(grant -> grant.current().provisions().all().stream())
        .filter(present -> present.limits().period().end().isAfter(now))
        .filter(present -> wished.stream().noneMatch(present::liesWithin))
        .forEach(all::add);
    wished.stream().distinct().forEach(all::add);
    return all;
  }

  private void requireSound(UUID client, Wish wish) {
    if (wish.provisions().isEmpty()) {
      throw new Refused(Problem.MALFORMED, "provisions: none (expected: at least one)");
    }
    Institution recipient =
        places
            .directory()
            .institution(wish.recipient())
            .orElseThrow(() -> new Refused(Problem.NOT_LINKED));
    Set<InstitutionId> linked = new HashSet<>(places.links().of(client));
    boolean allLinked =
        linked.contains(wish.recipient())
            && wish.provisions().stream().map(Provision::holder).allMatch(linked::contains);
    if (!allLinked) {
      throw new Refused(Problem.NOT_LINKED);
    }
    wish.provisions().forEach(provision -> requireSound(recipient, provision));
  }

  private void requireSound(Institution recipient, Provision provision) {
    if (places.directory().holder(provision.holder()).isEmpty()) {
      throw new Refused(Problem.MALFORMED, "holder: only receives (expected: one with data)");
    }
    if (!provision.limits().period().end().isAfter(places.clock().instant())) {
      throw new Refused(Problem.MALFORMED, "validUntil: over (expected: in the future)");
    }
    Narrowing narrowing = provision.limits().narrowing();
    boolean teamKnown =
        narrowing
            .team()
            .map(id -> recipient.teams().stream().anyMatch(team -> team.id().equals(id)))
            .orElse(true);
    boolean personKnown =
        narrowing.caseworker().map(id -> recipient.caseworker(id).isPresent()).orElse(true);
    if (!teamKnown || !personKnown) {
      throw new Refused(
          Problem.MALFORMED, "team or caseworker: unknown (expected: one of the recipient)");
    }
  }
}
