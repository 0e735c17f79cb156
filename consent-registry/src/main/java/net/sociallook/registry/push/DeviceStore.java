package net.sociallook.registry.push;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps devices. Takes part in the caller's transaction. */
@Component
class DeviceStore {
  private final JdbcClient database;

  DeviceStore(JdbcClient database) {
    this.database = database;
  }

  /** Whoever had it before, with what she was to be told: the browser is in other hands now. */
  void put(Devices.Owner owner, Device device) {
    UUID client = owner.client();
    database
        .sql(
            """
            with taken as (
              select id from push_device where endpoint = :endpoint and client <> :client
              for update)
            delete from push_notice where device in (select id from taken)\
            """)
        .param("endpoint", device.address().endpoint().toString())
        .param("client", client)
        .update();
    database
        .sql(
            """
            insert into push_device values
              (:id, :client, :endpoint, :p256dh, :auth, :vapidKey, :topics::text[], :language, :since,
               :passkey)
            on conflict (endpoint) do update set
              client = excluded.client, passkey = excluded.passkey, p256dh = excluded.p256dh, auth = excluded.auth,
              vapid_key = excluded.vapid_key, topics = excluded.topics,
              language = excluded.language\
            """)
        .param("id", device.id())
        .param("client", client)
        .param("endpoint", device.address().endpoint().toString())
        .param("p256dh", device.address().keys().p256dh())
        .param("auth", device.address().keys().auth())
        .param("vapidKey", device.address().vapidKey())
        .param("topics", codes(device.topics()))
        .param("language", device.language())
        .param("since", Timestamp.from(device.since()))
        .param("passkey", owner.passkey())
        .update();
  }

  /** Whose session it is; her passkey cannot be removed before the transaction ends. */
  Optional<Devices.Owner> ownerOf(UUID session) {
    return database
        .sql(
            """
            select p.client, p.credential_id from session s
            join passkey p on p.credential_id = s.passkey
            where s.id = :session and p.removed_at is null for share of p\
            """)
        .param("session", session)
        .query((row, n) ->
            new Devices.Owner(row.getObject("client", UUID.class), row.getBytes("credential_id")))
        .optional();
  }

  /** Those that were switched on with this passkey; all of its owner where it was her last. */
  void removeOf(byte[] passkey) {
    database
        .sql(
            """
            delete from push_device d where d.passkey = :passkey
              or (d.client = (select client from passkey where credential_id = :passkey)
                and not exists (
                  select 1 from passkey p where p.client = d.client and p.removed_at is null))\
            """)
        .param("passkey", passkey)
        .update();
  }

  /** The longest known first. */
  List<Device> of(UUID client) {
    return database
        .sql("select * from push_device where client = :client order by created_at, id")
        .param("client", client)
        .query(DeviceStore::device)
        .list();
  }

  Optional<Device> find(UUID client, String endpoint) {
    return database
        .sql("select * from push_device where client = :client and endpoint = :endpoint")
        .param("client", client)
        .param("endpoint", endpoint)
        .query(DeviceStore::device)
        .optional();
  }

  void remove(UUID client, UUID id) {
    database
        .sql("delete from push_device where client = :client and id = :id")
        .param("client", client)
        .param("id", id)
        .update();
  }

  static Device device(ResultSet row, int number) throws SQLException {
    return new Device(
        row.getObject("id", UUID.class),
        new Device.Address(
            URI.create(row.getString("endpoint")),
            new DeviceKeys(row.getBytes("p256dh"), row.getBytes("auth")),
            row.getBytes("vapid_key")),
        topics((String[]) row.getArray("topics").getArray()),
        row.getString("language"),
        row.getTimestamp("created_at").toInstant());
  }

  private static Set<Topic> topics(String[] codes) {
    return Arrays.stream(codes)
        .map(Topic::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
  }

  private static String codes(Set<Topic> topics) {
    return topics.stream().map(Topic::code).collect(Collectors.joining(",", "{", "}"));
  }
}
