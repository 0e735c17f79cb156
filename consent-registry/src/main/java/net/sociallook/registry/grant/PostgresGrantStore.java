package net.sociallook.registry.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.Assertion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresGrantStore implements GrantStore {
  private static final String CURRENT =
      """
      select g.id, g.client, g.recipient, v.version, v.change, v.provisions, v.signed_version,
             v.created_at
      from consent_grant g
      join grant_version v on v.consent_grant = g.id and v.version = g.current_version
      where g.client = :client\
      """;

  private final JdbcClient database;
  private final ProvisionRows provisions;
  private final WitnessedDocuments witnessed;

  PostgresGrantStore(JdbcClient database, ProvisionRows provisions, WitnessedDocuments witnessed) {
    this.database = database;
    this.provisions = provisions;
    this.witnessed = witnessed;
  }

  @Override
  public void lockClient(UUID client) {
    database
        .sql("select pg_advisory_xact_lock(hashtextextended(:client, 0))")
        .param("client", client.toString())
        .query((row, n) -> true)
        .single();
  }

  @Override
  public Optional<StoredGrant> find(UUID client, UUID grant) {
    return database
        .sql(CURRENT + " and g.id = :grant")
        .param("client", client)
        .param("grant", grant)
        .query(this::grant)
        .optional();
  }

  @Override
  public Optional<StoredGrant> find(UUID client, InstitutionId recipient) {
    return database
        .sql(CURRENT + " and g.recipient = :recipient")
        .param("client", client)
        .param("recipient", recipient.value())
        .query(this::grant)
        .optional();
  }

  @Override
  public List<StoredGrant> of(UUID client) {
    return database
        .sql(CURRENT + " order by g.recipient")
        .param("client", client)
        .query(this::grant)
        .list();
  }

  @Override
  public void create(Grant.Parties parties, GrantVersion first, GrantDocument document) {
    database
        .sql("insert into consent_grant values (:id, :client, :recipient, 1, 1)")
        .param("id", first.grant())
        .param("client", UUID.fromString(parties.client().value()))
        .param("recipient", parties.recipient().value())
        .update();
    keep(first.grant(), first.number(), document);
    insert(first);
  }

  @Override
  public void append(GrantVersion next, boolean raises) {
    insert(next);
    int changed =
        database
            .sql(
                """
                update consent_grant
                set current_version = :version,
                    lowest_live_version = case when :raises then :version
                                               else lowest_live_version end
                where id = :id and current_version = :version - 1\
                """)
            .param("version", next.number())
            .param("raises", raises)
            .param("id", next.grant())
            .update();
    if (changed != 1) {
      throw new IllegalStateException("version: " + next.number() + " (expected: the next one)");
    }
  }

  private void insert(GrantVersion version) {
    database
        .sql(
            """
            insert into grant_version values
              (:grant, :version, :change, :provisions::jsonb, :signed, :sequence, :createdAt)\
            """)
        .param("grant", version.grant())
        .param("version", version.number())
        .param("change", version.change().code())
        .param("provisions", provisions.write(version.provisions()))
        .param("signed", version.signedVersion())
        .param(
            "sequence",
            version.sequence().isPresent() ? version.sequence().getAsLong() : null,
            Types.BIGINT)
        .param("createdAt", Timestamp.from(version.createdAt()))
        .update();
  }

  @Override
  public void keep(UUID grant, int version, GrantDocument document) {
    switch (document) {
      case SignedDocument signed -> keepSigned(grant, version, signed);
      case WitnessedDocument captured -> witnessed.keep(grant, version, captured);
    }
  }

  private void keepSigned(UUID grant, int version, SignedDocument signed) {
    Assertion assertion = signed.assertion();
    database
        .sql(
            """
            insert into signed_document values
              (:grant, :version, :document, :text, :language,
               :credential, :authenticatorData, :clientData, :signature)\
            """)
        .param("grant", grant)
        .param("version", version)
        .param("document", signed.shown().document())
        .param("text", signed.shown().text())
        .param("language", signed.shown().language())
        .param("credential", assertion.credentialId())
        .param("authenticatorData", assertion.authenticatorData())
        .param("clientData", assertion.clientData())
        .param("signature", assertion.signature())
        .update();
  }

  @Override
  public List<GrantVersion> versions(UUID grant) {
    return database
        .sql("select * from grant_version where consent_grant = :grant order by version")
        .param("grant", grant)
        .query(this::version)
        .list();
  }

  @Override
  public Optional<SignedDocument> signed(UUID grant, int version) {
    return database
        .sql(
            """
            select d.*, g.client from signed_document d
            join consent_grant g on g.id = d.consent_grant
            where d.consent_grant = :grant and d.version = :version and d.capture is null\
            """)
        .param("grant", grant)
        .param("version", version)
        .query(PostgresGrantStore::signedDocument)
        .optional();
  }

  @Override
  public Optional<GrantDocument> document(UUID grant, int version) {
    return signed(grant, version)
        .<GrantDocument>map(signed -> signed)
        .or(() -> witnessed.find(grant, version));
  }

  private StoredGrant grant(ResultSet row, int number) throws SQLException {
    return StoredGrant.of(row, provisions);
  }

  private GrantVersion version(ResultSet row, int number) throws SQLException {
    long sequence = row.getLong("sequence");
    return new GrantVersion(
        row.getObject("consent_grant", UUID.class),
        row.getInt("version"),
        GrantVersion.Change.ofCode(row.getString("change")),
        provisions.read(row.getString("provisions")),
        row.getInt("signed_version"),
        sequence == 0 ? OptionalLong.empty() : OptionalLong.of(sequence),
        row.getTimestamp("created_at").toInstant());
  }

  private static SignedDocument signedDocument(ResultSet row, int number) throws SQLException {
    return new SignedDocument(
        new SignedDocument.Shown(
            row.getBytes("document"), row.getString("shown_text"), row.getString("language")),
        new Assertion(
            row.getObject("client", UUID.class),
            row.getBytes("credential_id"),
            row.getBytes("authenticator_data"),
            row.getBytes("client_data"),
            row.getBytes("signature")));
  }
}
