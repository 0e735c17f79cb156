package net.sociallook.registry.grant;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Grant;
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

  private Optional<SignedEvidence> evidenceOf(StoredGrant grant, InstitutionId holder) {
    SignedDocument signed =
        grants
            .signed(grant.id(), grant.signedVersion())
            .orElseThrow(() -> new IllegalStateException("signed document: none (expected: one)"));
    Assertion assertion = signed.assertion();
    return endorsedKey(grant.client(), holder, assertion.credentialId())
        .map(key ->
            new SignedEvidence(
                signed.shown().document(),
                new SignedEvidence.Assertion(
                    assertion.authenticatorData(), assertion.clientData(), assertion.signature()),
                key));
  }

  /** The holder's own endorsement: it ties the key to the client whose data the holder has. */
  private Optional<EndorsedKey> endorsedKey(
      UUID client, InstitutionId holder, byte[] credentialId) {
    return database
        .sql(
            """
            select p.public_key, l.salt, l.endorsement
            from link l join passkey p on p.credential_id = l.credential_id
            where l.client = :client and l.institution = :holder
              and l.credential_id = :credential and l.endorsement is not null\
            """)
        .param("client", client)
        .param("holder", holder.value())
        .param("credential", credentialId)
        .query((row, n) ->
            new EndorsedKey(
                row.getBytes("public_key"), row.getBytes("salt"), row.getString("endorsement")))
        .optional();
  }
}
