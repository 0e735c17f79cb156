package net.sociallook.registry.grant;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.Assertion;
import org.springframework.stereotype.Component;

@Component
class PostgresGrantReader implements GrantReader {
  private final GrantStore grants;
  private final KeyChains chains;

  PostgresGrantReader(GrantStore grants, KeyChains chains) {
    this.grants = grants;
    this.chains = chains;
  }

  @Override
  public Optional<Grant> grantFor(UUID client, InstitutionId recipient) {
    return grants.find(client, recipient).map(StoredGrant::current);
  }

  @Override
  public Optional<CurrentGrant> currentFor(
      UUID client, InstitutionId recipient, InstitutionId holder) {
    return grants
        .find(client, recipient)
        .map(grant -> new CurrentGrant(grant.current(), evidenceOf(grant, holder)));
  }

  private Optional<Evidence> evidenceOf(StoredGrant grant, InstitutionId holder) {
    SignedDocument signed =
        grants
            .signed(grant.id(), grant.signedVersion())
            .orElseThrow(() -> new IllegalStateException("signed document: none (expected: one)"));
    Assertion assertion = signed.assertion();
    return chains
        .from(grant.client(), assertion.credentialId(), holder)
        .map(chain ->
            new SignedEvidence(
                signed.shown().document(),
                new SignedEvidence.Assertion(
                    assertion.authenticatorData(), assertion.clientData(), assertion.signature()),
                chain.steps(),
                chain.endorsed()));
  }
}
