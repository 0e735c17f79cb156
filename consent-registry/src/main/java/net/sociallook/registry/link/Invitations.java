package net.sociallook.registry.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations, open for 15 minutes and for one client. The code is kept as a hash. */
@Component
class Invitations {
  private static final Duration OPEN = Duration.ofMinutes(15);

  private final JdbcClient database;
  private final Clock clock;

  Invitations(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A new invitation; the only moment at which its code is known. */
  record Opened(UUID id, InvitationCode code, Instant expiresAt) {}

  /**
   * @param taken whether a client has used the code
   */
  record Invitation(
      UUID id, InstitutionId institution, boolean taken, Instant createdAt, Instant expiresAt) {
    boolean isOpen(Instant now) {
      return !taken && now.isBefore(expiresAt);
    }
  }

  Opened open(InstitutionId institution, CaseworkerId caseworker) {
    Instant now = clock.instant();
    Opened opened = new Opened(UUID.randomUUID(), InvitationCode.random(), now.plus(OPEN));
    database
        .sql(
            """
            insert into invitation
              (id, institution, caseworker, code_hash, expires_at, created_at)
            values (:id, :institution, :caseworker, :hash, :expiresAt, :now)\
            """)
        .param("id", opened.id())
        .param("institution", institution.value())
        .param("caseworker", caseworker.value())
        .param("hash", opened.code().hash())
        .param("expiresAt", Timestamp.from(opened.expiresAt()))
        .param("now", Timestamp.from(now))
        .update();
    return opened;
  }

  /** Whatever became of it. */
  Optional<Invitation> find(InvitationCode code) {
    return database
        .sql("select * from invitation where code_hash = :hash")
        .param("hash", code.hash())
        .query(Invitations::read)
        .optional();
  }

  /** Uses the code up; empty when somebody else did, or when it is over. */
  Optional<Invitation> take(InvitationCode code, UUID client) {
    return database
        .sql(
            """
            update invitation set client = :client
            where code_hash = :hash and client is null and expires_at > :now
            returning *\
            """)
        .param("client", client)
        .param("hash", code.hash())
        .param("now", Timestamp.from(clock.instant()))
        .query(Invitations::read)
        .optional();
  }

  /** An invitation of this institution, whatever became of it. */
  Optional<Invitation> find(InstitutionId institution, UUID id) {
    return database
        .sql("select * from invitation where id = :id and institution = :institution")
        .param("id", id)
        .param("institution", institution.value())
        .query(Invitations::read)
        .optional();
  }

  private static Invitation read(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getObject("id", UUID.class),
        new InstitutionId(row.getString("institution")),
        row.getObject("client") != null,
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }
}
