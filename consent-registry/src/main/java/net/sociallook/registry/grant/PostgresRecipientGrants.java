package net.sociallook.registry.grant;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.reach.Area;
import net.sociallook.registry.reach.Capacity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PostgresRecipientGrants implements RecipientGrants {
  private static final String CURRENT =
      """
      select g.id, g.client, g.recipient, v.version, v.change, v.provisions, v.signed_version,
             v.created_at, s.created_at as signed_at, coalesce(c.level, 'passkey') as level,
             c.institution as witnessed_at, c.caseworker, c.witness, c.signed_on, made.capacity,
             coalesce((select r.areas from representation r
               where r.client = g.client and r.representative = made.representative
                 and r.institution = g.recipient and r.endorsed_at <= s.created_at
               order by r.endorsed_at desc limit 1), array[]::text[]) as areas
      from consent_grant g
      join grant_version v on v.consent_grant = g.id and v.version = g.current_version
      join grant_version s on s.consent_grant = g.id and s.version = v.signed_version
      join signed_document d on d.consent_grant = g.id and d.version = v.signed_version
      left join capture c on c.id = d.capture
      left join represented_version made
        on made.consent_grant = g.id and made.version = v.signed_version
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
        by(row));
  }

  private static GivenBy by(ResultSet row) throws SQLException {
    String capacity = row.getString("capacity");
    String witness = row.getString("witness");
    return new GivenBy(
        EvidenceLevel.ofCode(row.getString("level")),
        witness == null
            ? Optional.empty()
            : Optional.of(
                new GivenBy.Witnessed(
                    new InstitutionId(row.getString("witnessed_at")),
                    new CaseworkerId(row.getString("caseworker")),
                    new CaseworkerId(witness),
                    Optional.ofNullable(row.getDate("signed_on")).map(Date::toLocalDate))),
        capacity == null
            ? Optional.empty()
            : Optional.of(
                new GivenBy.Representative(
                    Capacity.ofCode(capacity),
                    Arrays.stream((String[]) row.getArray("areas").getArray())
                        .map(Area::ofCode)
                        .toList())));
  }
}
