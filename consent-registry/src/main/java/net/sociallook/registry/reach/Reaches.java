package net.sociallook.registry.reach;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who acts for whom, as institutions have endorsed it and nobody has ended it. */
@Component
public class Reaches {
  private final JdbcClient database;
  private final Clock clock;

  Reaches(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A client whom somebody acts for, in one capacity. */
  public record Role(UUID client, Capacity capacity) {}

  /**
   * What this passkey reaches for the client now; empty where nothing is left of it.
   *
   * @param credential of the passkey that was signed in with
   */
  public Optional<Reach.Acting> of(UUID representative, byte[] credential, Role role) {
    Map<InstitutionId, Mandate> mandates = new HashMap<>();
    database
        .sql(
            """
            select r.institution, r.invitation, r.ends_at from representation r
            join link l on l.client = r.client and l.institution = r.institution
            where r.representative = :representative and r.credential_id = :credential
              and r.client = :client and r.capacity = :capacity and r.endorsement is not null
              and r.ended_at is null and r.ends_at > :now and l.endorsement is not null
            order by r.ends_at\
            """)
        .param("representative", representative)
        .param("credential", credential)
        .param("client", role.client())
        .param("capacity", role.capacity().code())
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) ->
            mandates.put(
                new InstitutionId(row.getString("institution")),
                new Mandate(
                    row.getObject("invitation", UUID.class),
                    row.getTimestamp("ends_at").toInstant())))
        .list();
    return mandates.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reach.Acting(representative, role.capacity(), mandates));
  }

  /** The one client whom she acts for, of somebody who is no client herself. */
  public Optional<Role> onlyRole(UUID representative, byte[] credential) {
    List<Role> roles = roles(representative, credential);
    boolean client =
        database
            .sql("select exists (select 1 from link where client = :id)")
            .param("id", representative)
            .query(Boolean.class)
            .single();
    return client || roles.size() != 1 ? Optional.empty() : Optional.of(roles.getFirst());
  }

  /** For whom this passkey can act now, in the order in which it was first endorsed for them. */
  public List<Role> roles(UUID representative, byte[] credential) {
    return database
        .sql(
            """
            select r.client, r.capacity from representation r
            join link l on l.client = r.client and l.institution = r.institution
            where r.representative = :representative and r.credential_id = :credential
              and r.endorsement is not null and r.ended_at is null and r.ends_at > :now
              and l.endorsement is not null
            group by r.client, r.capacity order by min(r.endorsed_at), r.client, r.capacity\
            """)
        .param("representative", representative)
        .param("credential", credential)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) ->
            new Role(
                row.getObject("client", UUID.class), Capacity.ofCode(row.getString("capacity"))))
        .list();
  }
}
