package net.sociallook.registry.ledger.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.sociallook.registry.ledger.Draft.Origin;
import net.sociallook.registry.ledger.Draft.Parties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the intents that outcomes speak of. */
final class RecordedIntents {
  private final JdbcClient jdbc;

  RecordedIntents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whom an intent is about and where it came from. */
  record Recorded(Optional<UUID> client, Parties parties, Origin origin) {}

  /** Those of a node, by id; the others are left out. */
  Map<UUID, Recorded> of(String node, Collection<UUID> intents) {
    Map<UUID, Recorded> found = new HashMap<>();
    jdbc.sql(
            """
            select p.entry, r.client, p.recipient, p.holder, p.permitted, p.node, p.lease
            from ledger_payload p join ledger_record r using (sequence)
            where p.kind = 'intent' and p.node = :node
              and p.entry = any (cast(:intents as uuid[]))
            """)
        .param("node", node)
        .param(
            "intents",
            intents.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
        .query(row -> {
          found.put(row.getObject("entry", UUID.class), recorded(row));
        });
    return found;
  }

  private static Recorded recorded(ResultSet row) throws SQLException {
    return new Recorded(
        Optional.ofNullable(row.getObject("client", UUID.class)),
        new Parties(
            row.getString("recipient"), row.getString("holder"), row.getBoolean("permitted")),
        new Origin(row.getString("node"), row.getObject("lease", UUID.class)));
  }
}
