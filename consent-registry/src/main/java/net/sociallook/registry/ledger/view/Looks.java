package net.sociallook.registry.ledger.view;

import java.util.List;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often institutions have fetched something of a client, or tried to. */
@Component
public class Looks {
  private final JdbcClient database;

  Looks(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param permitted times that something was opened
   * @param refused times that nothing was
   */
  public record Looked(InstitutionId institution, int permitted, int refused) {}

  /** The number of the client's newest record; 0 where there is none. */
  public long latest(UUID client) {
    return database
        .sql("select coalesce(max(client_counter), 0) from ledger_record where client = :client")
        .param("client", client)
        .query(Long.class)
        .single();
  }

  /** By everybody but herself, in the order of the institutions' ids. */
  public List<Looked> since(UUID client, long counter) {
    return database
        .sql(
            """
            select p.recipient, count(*) filter (where p.permitted) as permitted,
                   count(*) filter (where not p.permitted) as refused
            from ledger_record r join ledger_payload p on p.sequence = r.sequence
            where r.client = :client and r.client_counter > :counter
              and p.kind not in ('outcome', 'desk') and p.recipient <> 'client-page'
            group by p.recipient order by p.recipient\
            """)
        .param("client", client)
        .param("counter", counter)
        .query((row, n) ->
            new Looked(
                new InstitutionId(row.getString("recipient")),
                row.getInt("permitted"),
                row.getInt("refused")))
        .list();
  }
}
