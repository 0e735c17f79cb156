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
import net.sociallook.registry.grant.Giving;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.page.giving.Choice;
import net.sociallook.registry.page.giving.Chosen;
import net.sociallook.registry.page.giving.Offers;
import net.sociallook.registry.request.RequestsToClient;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;

/** Holds a choice against what stands. */
@Component
class Checked {
  private final Offers offers;
  private final Giving giving;
  private final Links links;
  private final RequestsToClient requests;

  Checked(Offers offers, Giving giving, Links links, RequestsToClient requests) {
    this.offers = offers;
    this.giving = giving;
    this.links = links;
    this.requests = requests;
  }

  Chosen chosen(SignedIn who, Choice choice) {
    return Chosen.of(offers.of(who, choice.about()), choice.form());
  }

  /** The grant to this recipient; empty where there is none, or it is withdrawn. */
  Optional<Grant> standing(SignedIn who, InstitutionId recipient) {
    return giving.standing(who, recipient);
  }

  /** The request that it answers, where more was asked for than stands and she has not said no. */
  Optional<UUID> stillOpen(SignedIn who, Choice choice) {
    return switch (choice.about()) {
      case Choice.About.Asked(UUID request, InstitutionId recipient) ->
          requests
              .find(who, request)
              .filter(one -> one.state() == RequestsToClient.State.OPEN)
              .map(RequestsToClient.Request::id);
      case Choice.About.Own own -> Optional.empty();
    };
  }

  boolean isAllowedAlready(Optional<Grant> standing, List<Provision> chosen) {
    return standing
        .map(grant -> new Provisions(chosen).lieWithin(grant.provisions()))
        .orElse(false);
  }

  /** Whether all institutions named know the client. */
  boolean isLinked(SignedIn who, InstitutionId recipient, List<Provision> chosen) {
    Set<InstitutionId> linked = new HashSet<>(links.of(who));
    return linked.contains(recipient)
        && chosen.stream().map(Provision::holder).allMatch(linked::contains);
  }
}
