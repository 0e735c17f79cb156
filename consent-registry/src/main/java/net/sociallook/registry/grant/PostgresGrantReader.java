package net.sociallook.registry.grant;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.SignedEvidence.EndorsedKey;
import net.sociallook.registry.passkey.Assertion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresGrantReader implements GrantReader {
  private final JdbcClient database;
  private final GrantStore grants;

  PostgresGrantReader(JdbcClient database, GrantStore grants) {
    this.database = database;
    this.grants = grants;
  }

  @Override
  public Optional<CurrentGrant> currentFor(UUID client, InstitutionId recipient) {
    return grants
        .find(client, recipient)
        .map(grant -> new CurrentGrant(grant.current(), evidenceOf(grant)));
  }

  private SignedEvidence evidenceOf(StoredGrant grant) {
    SignedDocument signed =
        grants
            .signed(grant.id(), grant.signedVersion())
            .orElseThrow(() -> new IllegalStateException("signed document: none (expected: one)"));
    Assertion assertion = signed.assertion();
    return new SignedEvidence(
        signed.shown().document(),
        new SignedEvidence.Assertion(
            assertion.authenticatorData(), assertion.clientData(), assertion.signature()),
        endorsedKey(grant, assertion.credentialId()));
  }

  /**
   * Of several endorsements, one by somebody else than the recipient is worth more: a recipient
   * could endorse a key of its own making.
   */
  private EndorsedKey endorsedKey(StoredGrant grant, byte[] credentialId) {
    return database
        .sql(
            """
            select p.public_key, l.salt, l.endorsement
            from link l join passkey p on p.credential_id = l.credential_id
            where l.client = :client and l.credential_id = :credential
              and l.endorsement is not null
            order by l.institution = :recipient, l.institution
            limit 1\
            """)
        .param("client", grant.client())
        .param("credential", credentialId)
        .param("recipient", grant.current().parties().recipient().value())
        .query((row, n) ->
            new EndorsedKey(
                row.getBytes("public_key"), row.getBytes("salt"), row.getString("endorsement")))
        .single();
  }
}
