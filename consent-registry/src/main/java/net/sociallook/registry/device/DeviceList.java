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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passkeys that a client has and has not removed. */
@Component
class DeviceList {
  private final JdbcClient database;
  private final Clock clock;
  private final net.sociallook.registry.push.Devices told;

  /**
   * @param told browsers that tell clients of news
   */
  DeviceList(JdbcClient database, Clock clock, net.sociallook.registry.push.Devices told) {
    this.database = database;
    this.clock = clock;
    this.told = told;
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

  /**
   * Within the caller's transaction, with what it was told of; false when it was removed before.
   */
  boolean remove(byte[] credential) {
    boolean removed =
        database
                .sql(
                    "update passkey set removed_at = :now"
                        + " where credential_id = :id and removed_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", credential)
                .update()
            == 1;
    if (removed) {
      told.endWith(credential);
    }
    return removed;
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
