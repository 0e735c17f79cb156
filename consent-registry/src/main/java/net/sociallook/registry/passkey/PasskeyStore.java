package net.sociallook.registry.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passkeys of all clients. */
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

  public Optional<Passkey> find(byte[] credentialId) {
    return database
        .sql("select * from passkey where credential_id = :id")
        .param("id", credentialId)
        .query(PasskeyStore::read)
        .optional();
  }

  /** The oldest first. */
  public List<Passkey> of(UUID client) {
    return database
        .sql("select * from passkey where client = :client order by created_at, credential_id")
        .param("client", client)
        .query(PasskeyStore::read)
        .list();
  }

  void countUpTo(byte[] credentialId, long signCount) {
    database
        .sql(
            "update passkey set sign_count = greatest(sign_count, :count) where credential_id = :id")
        .param("count", signCount)
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
