package net.sociallook.registry.page.signing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Provisions;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.page.giving.Choice;
import net.sociallook.registry.page.giving.Chosen;
import net.sociallook.registry.page.giving.Offers;
import org.springframework.stereotype.Component;

/** Holds a choice against what stands. */
@Component
class Checked {
  private final Offers offers;
  private final GrantReader grants;
  private final Links links;

  Checked(Offers offers, GrantReader grants, Links links) {
    this.offers = offers;
    this.grants = grants;
    this.links = links;
  }

  Chosen chosen(UUID client, Choice choice) {
    return Chosen.of(offers.of(client, choice.about()), choice.form());
  }

  /** The grant to this recipient; empty where there is none, or it is withdrawn. */
  Optional<Grant> standing(UUID client, InstitutionId recipient) {
    return grants.grantFor(client, recipient).filter(grant -> grant.withdrawnAt().isEmpty());
  }

  boolean isAllowedAlready(Optional<Grant> standing, List<Provision> chosen) {
    return standing
        .map(grant -> new Provisions(chosen).lieWithin(grant.provisions()))
        .orElse(false);
  }

  /** Whether all institutions named know the client. */
  boolean isLinked(UUID client, InstitutionId recipient, List<Provision> chosen) {
    Set<InstitutionId> linked = new HashSet<>(links.of(client));
    return linked.contains(recipient)
        && chosen.stream().map(Provision::holder).allMatch(linked::contains);
  }
}
