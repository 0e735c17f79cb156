package net.sociallook.registry.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of all clients. One that was removed is not found any more. */
@Component
public class PasskeyStore {
  private final JdbcClient database;
  private final Clock clock;

  PasskeyStore(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if the credential id is taken
   */
  public void add(Passkey passkey) {
    database
        .sql("insert into passkey values (:id, :client, :publicKey, :signCount, :now)")
        .param("id", passkey.credentialId())
        .param("client", passkey.client())
        .param("publicKey", passkey.publicKey())
        .param("signCount", passkey.signCount())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * @param kind of the browser that made it
   */
  public void describe(byte[] credentialId, Optional<String> kind) {
    database
        .sql("update passkey set kind = :kind where credential_id = :id")
        .param("kind", kind.orElse(null))
        .param("id", credentialId)
        .update();
  }

  public Optional<Passkey> find(byte[] credentialId) {
    return database
        .sql("select * from passkey where credential_id = :id and removed_at is null")
        .param("id", credentialId)
        .query(PasskeyStore::read)
        .optional();
  }

  /** The oldest first. */
  public List<Passkey> of(UUID client) {
    return database
        .sql(
            "select * from passkey where client = :client and removed_at is null"
                + " order by created_at, credential_id")
        .param("client", client)
        .query(PasskeyStore::read)
        .list();
  }

  /** Whether a client has or had a passkey. */
  public boolean everHad(UUID client) {
    return database
        .sql("select exists (select 1 from passkey where client = :client)")
        .param("client", client)
        .query(Boolean.class)
        .single();
  }

  /**
   * Locks a passkey against being removed until the caller's transaction ends. Whatever a signature
   * is stored for asks this first: between verifying and storing, its passkey may have gone.
   *
   * @throws Refused with {@link Problem#SIGNATURE_REFUSED} if it was removed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void requireActive(byte[] credentialId) {
    boolean active =
        database
            .sql("select 1 from passkey where credential_id = :id and removed_at is null for share")
            .param("id", credentialId)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!active) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }

  void used(byte[] credentialId, long signCount) {
    database
        .sql(
            "update passkey set sign_count = greatest(sign_count, :count), last_used_at = :now"
                + " where credential_id = :id")
        .param("count", signCount)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", credentialId)
        .update();
  }

  private static Passkey read(ResultSet row, int number) throws SQLException {
    return new Passkey(
        row.getBytes("credential_id"),
        row.getObject("client", UUID.class),
        row.getBytes("public_key"),
        row.getLong("sign_count"));
  }
}
