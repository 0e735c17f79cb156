package net.sociallook.registry.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passkeys that a client has and has not removed. */
@Component
class DeviceList {
  private final JdbcClient database;
  private final Clock clock;

  DeviceList(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The oldest first. */
  List<Device> of(UUID client, Optional<byte[]> current) {
    return database
        .sql(
            "select * from passkey where client = :client and removed_at is null"
                + " order by created_at, credential_id")
        .param("client", client)
        .query((row, n) -> read(row, current))
        .list();
  }

  /** The credential of an active device; empty where there is none of this client. */
  Optional<byte[]> credential(UUID client, String device) {
    return database
        .sql("select credential_id from passkey where client = :client and removed_at is null")
        .param("client", client)
        .query((row, n) -> row.getBytes(1))
        .list()
        .stream()
        .filter(credential -> id(credential).equals(device))
        .findFirst();
  }

  /** Whether this client once had it and removed it. */
  boolean wasRemoved(UUID client, String device) {
    return database
        .sql("select credential_id from passkey where client = :client and removed_at is not null")
        .param("client", client)
        .query((row, n) -> row.getBytes(1))
        .list()
        .stream()
        .anyMatch(credential -> id(credential).equals(device));
  }

  void rename(byte[] credential, Optional<String> name) {
    database
        .sql("update passkey set name = :name where credential_id = :id")
        .param("name", name.orElse(null))
        .param("id", credential)
        .update();
  }

  /** False when it was removed before. */
  boolean remove(byte[] credential) {
    return database
            .sql(
                "update passkey set removed_at = :now"
                    + " where credential_id = :id and removed_at is null")
            .param("now", Timestamp.from(clock.instant()))
            .param("id", credential)
            .update()
        == 1;
  }

  /**
   * Locks a passkey against being removed until the transaction ends.
   *
   * @throws Refused if it was
   */
  void requireActive(byte[] credential) {
    Optional<Integer> active =
        database
            .sql(
                "select 1 from passkey where credential_id = :id and removed_at is null for update")
            .param("id", credential)
            .query(Integer.class)
            .optional();
    if (active.isEmpty()) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
  }

  private static Device read(ResultSet row, Optional<byte[]> current) throws SQLException {
    byte[] credential = row.getBytes("credential_id");
    return new Device(
        id(credential),
        Optional.ofNullable(row.getString("name")),
        Optional.ofNullable(row.getString("kind")),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant),
        current.filter(one -> Arrays.equals(one, credential)).isPresent());
  }

  private static String id(byte[] credential) {
    return Bytes.base64url(Bytes.sha256(credential));
  }
}
