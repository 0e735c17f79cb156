package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Provisions;
import net.sociallook.registry.reach.Reach;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;

/**
 * A client's grants as far as a session reaches: a grant is there for it if its recipient is within
 * and a provision of it has ever had a holder within, and it consists of such provisions alone. For
 * the client herself that is everything.
 */
@Component
class ReachedGrants {
  private final GrantStore grants;

  ReachedGrants(GrantStore grants) {
    this.grants = grants;
  }

  /** In the order of their recipients. */
  List<StoredGrant> of(SignedIn who) {
    return grants.of(who.client()).stream()
        .flatMap(grant -> within(who.reach(), grant).stream())
        .toList();
  }

  Optional<StoredGrant> find(SignedIn who, UUID id) {
    return grants.find(who.client(), id).flatMap(grant -> within(who.reach(), grant));
  }

  Optional<StoredGrant> find(SignedIn who, InstitutionId recipient) {
    return grants.find(who.client(), recipient).flatMap(grant -> within(who.reach(), grant));
  }

  /** The oldest first; without those that changed nothing within reach. */
  List<GrantVersion> versions(SignedIn who, UUID grant) {
    List<GrantVersion> all = grants.versions(grant);
    return who.reach().acting().isEmpty() ? all : changing(who.reach(), all);
  }

  /** Whether a grant has anything that lies beyond reach, now or at any time before. */
  boolean isWhole(SignedIn who, UUID grant) {
    return grants.versions(grant).stream()
        .flatMap(version -> version.provisions().stream())
        .allMatch(provision -> who.reach().covers(provision.holder()));
  }

  /** Of provisions of a grant to a recipient within reach, those of holders within. */
  static List<Provision> within(Reach reach, List<Provision> provisions) {
    return provisions.stream().filter(one -> reach.covers(one.holder())).toList();
  }

  /** The others, which stay as they are, whatever is done within reach. */
  static List<Provision> beyond(Reach reach, List<Provision> provisions) {
    return provisions.stream().filter(one -> !reach.covers(one.holder())).toList();
  }

  private Optional<StoredGrant> within(Reach reach, StoredGrant grant) {
    if (reach.acting().isEmpty()) {
      return Optional.of(grant);
    }
    if (!reach.covers(grant.current().parties().recipient())) {
      return Optional.empty();
    }
    List<GrantVersion> seen = changing(reach, grants.versions(grant.id()));
    return seen.isEmpty() ? Optional.empty() : Optional.of(seenAs(grant, seen.getLast()));
  }

  /** What has nothing left within reach has ended, whatever else it holds. */
  private static StoredGrant seenAs(StoredGrant grant, GrantVersion last) {
    Optional<Instant> ended =
        last.provisions().isEmpty() ? Optional.of(last.createdAt()) : Optional.empty();
    return new StoredGrant(
        grant.id(),
        grant.client(),
        new Grant(
            grant.current().version(),
            grant.current().parties(),
            new Provisions(last.provisions()),
            grant.current().withdrawnAt().or(() -> ended)),
        grant.signedVersion());
  }

  private static List<GrantVersion> changing(Reach reach, List<GrantVersion> all) {
    List<GrantVersion> seen = new ArrayList<>();
    List<Provision> before = List.of();
    for (GrantVersion version : all) {
      List<Provision> now = within(reach, version.provisions());
      if (!now.equals(before)) {
        seen.add(version.with(now));
      }
      before = now;
    }
    return seen;
  }
}
