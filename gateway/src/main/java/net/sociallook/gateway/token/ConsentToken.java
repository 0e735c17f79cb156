package net.sociallook.gateway.token;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Consents;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Provisions;

/** A verified consent token, as domain values. */
public record ConsentToken(Claims claims, Routing routing) implements AccessToken {

  @Override
  public Envelope envelope() {
    return claims.envelope();
  }

  @Override
  public ClientId patient() {
    return claims.patient();
  }

  @Override
  public Consents consentsAt(InstitutionId holder, ClientId clientThere) {
    List<Provision> provisions =
        claims.provisions().all().stream().filter(p -> p.holder().equals(holder)).toList();
    Grant grant =
        new Grant(
            claims.version(),
            new Grant.Parties(clientThere, claims.recipient()),
            new Provisions(provisions),
            Optional.empty());
    return new Consents(List.of(grant), routing.blocks(), Set.of());
  }
}
