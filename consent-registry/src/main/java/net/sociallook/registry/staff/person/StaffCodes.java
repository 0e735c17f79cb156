package net.sociallook.registry.staff.person;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.link.InvitationCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes for one passkey each, good for 15 minutes. They have 60 random bits, so nobody guesses one
 * in that time. A new one for the same person takes the place of the old one.
 */
@Component
class StaffCodes {
  static final Duration LIFE = Duration.ofMinutes(15);

  private final JdbcClient database;
  private final Clock clock;

  StaffCodes(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A code just made; it is shown now or never. */
  record Made(String code, Instant expiresAt) {}

  @Transactional
  Made make(StaffPasskeys.Owner owner) {
    database
        .sql(
            "delete from staff_code where expires_at < :now"
                + " or (institution = :institution and caseworker = :person)")
        .param("now", Timestamp.from(clock.instant()))
        .param("institution", owner.institution().value())
        .param("person", owner.person().value())
        .update();
    InvitationCode code = InvitationCode.random();
    Instant expiresAt = clock.instant().plus(LIFE);
    database
        .sql("insert into staff_code values (:id, :hash, :institution, :person, :by, :expiresAt)")
        .param("id", UUID.randomUUID())
        .param("hash", code.hash())
        .param("institution", owner.institution().value())
        .param("person", owner.person().value())
        .param("by", owner.vouchedBy().value())
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
    return new Made(code.value(), expiresAt);
  }

  /** The id of a code that is still good. */
  Optional<UUID> find(InvitationCode code) {
    return database
        .sql("select id from staff_code where code_hash = :hash and expires_at > :now")
        .param("hash", code.hash())
        .param("now", Timestamp.from(clock.instant()))
        .query(UUID.class)
        .optional();
  }

  Optional<StaffPasskeys.Owner> owner(UUID code) {
    return database
        .sql("select * from staff_code where id = :id and expires_at > :now")
        .param("id", code)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, n) ->
            new StaffPasskeys.Owner(
                new InstitutionId(row.getString("institution")),
                new CaseworkerId(row.getString("caseworker")),
                new CaseworkerId(row.getString("vouched_by"))))
        .optional();
  }

  /** Uses it up, within the caller's transaction; false where somebody else has. */
  boolean use(UUID code) {
    return database
            .sql("delete from staff_code where id = :id and expires_at > :now")
            .param("id", code)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }
}
