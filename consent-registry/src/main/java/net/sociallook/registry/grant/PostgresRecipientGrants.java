package net.sociallook.registry.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresRecipientGrants implements RecipientGrants {
  private static final String CURRENT =
      """
      select g.id, g.client, g.recipient, v.version, v.change, v.provisions, v.signed_version,
             v.created_at, s.created_at as signed_at, coalesce(c.level, 'passkey') as level
      from consent_grant g
      join grant_version v on v.consent_grant = g.id and v.version = g.current_version
      join grant_version s on s.consent_grant = g.id and s.version = v.signed_version
      join signed_document d on d.consent_grant = g.id and d.version = v.signed_version
      left join capture c on c.id = d.capture
      where g.recipient = :recipient\
      """;

  private final JdbcClient database;
  private final ProvisionRows provisions;

  PostgresRecipientGrants(JdbcClient database, ProvisionRows provisions) {
    this.database = database;
    this.provisions = provisions;
  }

  @Override
  public Optional<GivenGrant> find(InstitutionId recipient, UUID grant) {
    return database
        .sql(CURRENT + " and g.id = :grant")
        .param("recipient", recipient.value())
        .param("grant", grant)
        .query(this::given)
        .optional();
  }

  @Override
  public List<GivenGrant> page(InstitutionId recipient, Slice slice) {
    return database
        .sql(
            CURRENT
                + """
                 and (cast(:client as uuid) is null or g.client = :client)
                 and (cast(:after as uuid) is null or g.id > :after)
                order by g.id limit :count\
                """)
        .param("recipient", recipient.value())
        .param("client", slice.client().orElse(null), Types.OTHER)
        .param("after", slice.after().orElse(null), Types.OTHER)
        .param("count", slice.count())
        .query(this::given)
        .list();
  }

  private GivenGrant given(ResultSet row, int number) throws SQLException {
    StoredGrant grant = StoredGrant.of(row, provisions);
    return new GivenGrant(
        grant.id(),
        grant.client(),
        grant.current(),
        row.getTimestamp("signed_at").toInstant(),
        EvidenceLevel.ofCode(row.getString("level")));
  }
}
