package net.sociallook.registry.ledger.view;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts beside lines of a client's log what the accesses rested on. */
final class LogEvidence {
  private final JdbcClient database;

  LogEvidence(JdbcClient database) {
    this.database = database;
  }

  List<Access> beside(List<Access> lines) {
    Map<UUID, RestsOn> found = new HashMap<>();
    database
        .sql(
            """
            with line as (
              select entry, cast(payload as jsonb) -> 'body' as body from ledger_payload
              where entry = any(:entries) and kind = 'intent')
            select line.entry, given.level, given.witness, given.institution, given.signed_on,
                   coalesce(look.capacity, given.capacity) as capacity, desk.proof
            from line
            left join represented_look look on look.jti::text = line.body ->> 'token'
            left join staff_look desk on desk.jti::text = line.body ->> 'token'
            left join lateral (
              select coalesce(c.level, 'passkey') as level, c.witness, c.institution, c.signed_on,
                     made.capacity
              from grant_version v
              join signed_document d on d.consent_grant = v.consent_grant and d.version = v.version
              left join capture c on c.id = d.capture
              left join represented_version made
                on made.consent_grant = v.consent_grant and made.version = v.version
              where v.consent_grant = cast(line.body ->> 'grant' as uuid)
                and v.version <= cast(line.body ->> 'version' as int)
                and (c.id is null or c.institution = line.body ->> 'holder')
              order by v.version desc limit 1) given on true\
            """)
        .param("entries", lines.stream().map(one -> one.asked().id()).toArray(UUID[]::new))
        .query((row, n) -> found.put(row.getObject("entry", UUID.class), read(row)))
        .list();
    return lines.stream()
        .map(one -> one.restingOn(Optional.ofNullable(found.get(one.asked().id()))))
        .toList();
  }

  private static RestsOn read(ResultSet row) throws SQLException {
    return new RestsOn(
        row.getString("level"),
        row.getString("witness"),
        row.getString("institution"),
        Optional.ofNullable(row.getDate("signed_on")).map(Date::toLocalDate).orElse(null),
        row.getString("capacity"),
        row.getString("proof"));
  }
}
