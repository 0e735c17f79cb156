package net.sociallook.registry.ledger.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.reach.Capacity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lines of a client's log go back to somebody who acts for her. */
@Component
public class ActedFor {
  private final JdbcClient database;

  ActedFor(JdbcClient database) {
    this.database = database;
  }

  /**
   * By the id of the line: in which capacity somebody looked for the client herself, or gave the
   * newest version of the grant that the access rested on. What is not in it she did herself.
   */
  public Map<UUID, Capacity> among(List<UUID> entries) {
    Map<UUID, Capacity> all = new HashMap<>();
    database
        .sql(
            """
            with line as (
              select entry, cast(payload as jsonb) -> 'body' as body from ledger_payload
              where entry = any(:entries) and kind = 'intent')
            select line.entry, look.capacity from line
            join represented_look look on look.jti::text = line.body ->> 'token'
            union all
            select line.entry, made.capacity from line
            join lateral (
              select v.consent_grant, v.version from grant_version v
              where v.consent_grant::text = line.body ->> 'grant'
                and v.change in ('signed', 'captured')
                and v.version <= cast(line.body ->> 'version' as int)
              order by v.version desc limit 1) given on true
            join represented_version made
              on made.consent_grant = given.consent_grant and made.version = given.version\
            """)
        .param("entries", entries.toArray(UUID[]::new))
        .query((row, n) ->
            all.put(row.getObject("entry", UUID.class), Capacity.ofCode(row.getString("capacity"))))
        .list();
    return all;
  }
}
