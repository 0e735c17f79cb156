package net.sociallook.registry.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.ledger.Draft.Kind;
import net.sociallook.registry.ledger.Draft.Origin;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two tables of the ledger, as a batch sees them while it alone may write. */
final class LedgerTable {
  /** Of the advisory lock that one batch holds until its commit. */
  private static final long WRITER_LOCK = 0x4c_45_44_47_45_52L;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  LedgerTable(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** A record with its number and its place in the client's chain. */
  record Row(
      long sequence, Draft draft, ChainLink previous, byte[] salt, String payload, Instant at) {
    byte[] payloadHash() {
      return ChainLink.payloadHash(salt, payload);
    }

    ChainLink link() {
      return previous.next(payloadHash());
    }
  }

  /**
   * Waits until no other process writes; the lock ends with the transaction.
   *
   * @return the number of the last record
   */
  long lockAndFindLast() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)")
        .param("lock", WRITER_LOCK)
        .query((row, number) -> number)
        .single();
    return jdbc.sql("select coalesce(max(sequence), 0) from ledger_record")
        .query(Long.class)
        .single();
  }

  /** The last place in the chain of each of these clients that has one. */
  Map<UUID, ChainLink> heads(Collection<UUID> clients) {
    Map<UUID, ChainLink> heads = new HashMap<>();
    jdbc.sql(
            """
            select c.client, h.client_counter, h.hash
            from unnest(cast(:clients as uuid[])) as c (client) cross join lateral (
              select client_counter, hash from ledger_record r where r.client = c.client
              order by client_counter desc limit 1) h
            """)
        .param("clients", array(clients))
        .query(row -> {
          ChainLink link = new ChainLink(row.getLong("client_counter"), row.getBytes("hash"));
          heads.put(row.getObject("client", UUID.class), link);
        });
    return heads;
  }

  /** What is recorded already, as JSON by key. */
  Map<Draft.Key, String> recorded(Collection<Draft.Key> keys) {
    Map<Draft.Key, String> recorded = new HashMap<>();
    jdbc.sql(
            """
            select kind, entry, payload from ledger_payload
            where entry = any (cast(:entries as uuid[]))
            """)
        .param("entries", array(keys.stream().map(Draft.Key::entry).toList()))
        .query(row -> {
          for (Kind kind : Kind.values()) {
            if (kind.code().equals(row.getString("kind"))) {
              UUID entry = row.getObject("entry", UUID.class);
              recorded.put(new Draft.Key(kind, entry), row.getString("payload"));
            }
          }
        });
    return recorded;
  }

  void insert(List<Row> rows) {
    List<Object[]> records = new ArrayList<>();
    List<Object[]> payloads = new ArrayList<>();
    for (Row row : rows) {
      records.add(recordOf(row));
      payloads.add(payloadOf(row));
    }
    template.batchUpdate(
        """
        insert into ledger_record (sequence, client, client_counter, previous_hash, payload_hash,
          hash, recorded_at, kind) values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        records);
    template.batchUpdate(
        """
        insert into ledger_payload (sequence, salt, payload, kind, entry, node, lease, recipient,
          holder, permitted) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        payloads);
  }

  private static Object[] recordOf(Row row) {
    ChainLink link = row.link();
    return new Object[] {
      row.sequence(),
      row.draft().client().orElse(null),
      row.draft().client().isPresent() ? link.counter() : null,
      row.previous().hash(),
      row.payloadHash(),
      link.hash(),
      Timestamp.from(row.at()),
      row.draft().kind().code()
    };
  }

  private static Object[] payloadOf(Row row) {
    Draft draft = row.draft();
    return new Object[] {
      row.sequence(),
      row.salt(),
      row.payload(),
      draft.kind().code(),
      draft.entry(),
      draft.origin().map(Origin::node).orElse(null),
      draft.origin().map(Origin::lease).orElse(null),
      draft.parties().recipient(),
      draft.parties().holder(),
      draft.parties().permitted()
    };
  }

  private static String array(Collection<UUID> ids) {
    return ids.stream()
        .map(UUID::toString)
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }
}
