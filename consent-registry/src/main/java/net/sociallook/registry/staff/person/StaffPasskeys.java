package net.sociallook.registry.staff.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.passkey.CredentialVerifier.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of all institutions' staff. One that has ended stays, and is good for nothing. */
@Component
class StaffPasskeys {
  private final JdbcClient database;
  private final Clock clock;

  StaffPasskeys(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whose a passkey is, and who sat there when the institution vouched for her. */
  record Owner(InstitutionId institution, CaseworkerId person, CaseworkerId vouchedBy) {}

  /**
   * A passkey that has not ended.
   *
   * @param id base64url
   */
  record Held(String id, Owner owner, Instant createdAt) {}

  /** False where the credential id is taken, also by a passkey that has ended. */
  boolean add(Key key, Owner owner) {
    return database
            .sql(
                """
                insert into staff_passkey values
                  (:id, :institution, :person, :publicKey, :signCount, :vouchedBy, :now, null, null)
                on conflict do nothing\
                """)
            .param("id", key.credentialId())
            .param("institution", owner.institution().value())
            .param("person", owner.person().value())
            .param("publicKey", key.publicKey())
            .param("signCount", key.signCount())
            .param("vouchedBy", owner.vouchedBy().value())
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  Optional<Key> find(byte[] credentialId) {
    return database
        .sql("select * from staff_passkey where credential_id = :id and ended_at is null")
        .param("id", credentialId)
        .query((row, n) ->
            new Key(
                row.getBytes("credential_id"),
                row.getBytes("public_key"),
                row.getLong("sign_count")))
        .optional();
  }

  void countUpTo(byte[] credentialId, long signCount) {
    database
        .sql(
            "update staff_passkey set sign_count = greatest(sign_count, :count)"
                + " where credential_id = :id")
        .param("count", signCount)
        .param("id", credentialId)
        .update();
  }

  /** The oldest first. */
  List<Held> of(InstitutionId institution) {
    return database
        .sql(
            "select * from staff_passkey where institution = :institution and ended_at is null"
                + " order by created_at, credential_id")
        .param("institution", institution.value())
        .query(StaffPasskeys::held)
        .list();
  }

  /** Ends a passkey of this institution, and what was opened with it; false where there is none. */
  @Transactional
  boolean end(InstitutionId institution, byte[] credentialId, CaseworkerId by) {
    int ended =
        database
            .sql(
                "update staff_passkey set ended_at = :now, ended_by = :by where credential_id = :id"
                    + " and institution = :institution and ended_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("by", by.value())
            .param("id", credentialId)
            .param("institution", institution.value())
            .update();
    if (ended == 1) {
      database
          .sql("delete from staff_session where credential_id = :id")
          .param("id", credentialId)
          .update();
    }
    return ended == 1;
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    return new Held(
        Bytes.base64url(row.getBytes("credential_id")),
        new Owner(
            new InstitutionId(row.getString("institution")),
            new CaseworkerId(row.getString("caseworker")),
            new CaseworkerId(row.getString("vouched_by"))),
        row.getTimestamp("created_at").toInstant());
  }
}
