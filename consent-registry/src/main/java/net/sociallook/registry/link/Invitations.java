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
import net.sociallook.registry.directory.Attested;
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
   * @param recovers the client whom the institution knows already, if it is to help her back
   */
  record Invitation(UUID id, InstitutionId institution, Optional<UUID> recovers, Life life) {
    Instant createdAt() {
      return life.createdAt();
    }

    Instant expiresAt() {
      return life.expiresAt();
    }

    boolean taken() {
      return life.taken();
    }

    boolean isOpen(Instant now) {
      return !taken() && now.isBefore(expiresAt());
    }
  }

  /**
   * @param taken whether a client has used the code
   */
  record Life(boolean taken, Instant createdAt, Instant expiresAt) {}

  Opened open(InstitutionId institution, Attested by) {
    return open(institution, by, Optional.empty());
  }

  /**
   * @param recovers a client who is linked there
   */
  Opened open(InstitutionId institution, Attested by, Optional<UUID> recovers) {
    Instant now = clock.instant();
    Opened opened = new Opened(UUID.randomUUID(), InvitationCode.random(), now.plus(OPEN));
    database
        .sql(
            """
            insert into invitation
              (id, institution, caseworker, made_with, code_hash, expires_at, created_at, recovers)
            values (:id, :institution, :caseworker, :proof, :hash, :expiresAt, :now, :recovers)\
            """)
        .param("id", opened.id())
        .param("institution", institution.value())
        .param("caseworker", by.caseworker().value())
        .param("proof", by.proof().code())
        .param("hash", opened.code().hash())
        .param("expiresAt", Timestamp.from(opened.expiresAt()))
        .param("now", Timestamp.from(now))
        .param("recovers", recovers.orElse(null))
        .update();
    return opened;
  }

  /** Who made it. */
  CaseworkerId inviter(UUID id) {
    return database
        .sql("select caseworker from invitation where id = :id")
        .param("id", id)
        .query((row, n) -> new CaseworkerId(row.getString(1)))
        .single();
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
        Optional.ofNullable(row.getObject("recovers", UUID.class)),
        new Life(
            row.getObject("client") != null,
            row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("expires_at").toInstant()));
  }
}
