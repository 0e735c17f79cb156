package net.sociallook.registry.ledger.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the ledger. Records whose payload was erased are left out. */
final class PostgresAccessLog {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String COLUMNS =
      """
      select p.sequence, p.kind, p.payload, o.payload as outcome, l.id is not null as lease_alive
      from ledger_payload p
      left join ledger_payload o on o.entry = p.entry and o.kind = 'outcome'
      left join lease l on l.id = p.lease and l.ended_at is null
      """;

  private final JdbcClient jdbc;

  PostgresAccessLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everything about a client, newest first. */
  List<Access> ofClient(UUID client, Page page) {
    return jdbc.sql(
            COLUMNS
                + """
                join ledger_record r on r.sequence = p.sequence
                where r.client = :client and p.kind <> 'outcome' and r.sequence < :before
                order by r.client_counter desc limit :count
                """)
        .param("client", client)
        .param("before", page.before())
        .param("count", page.count())
        .query(PostgresAccessLog::access)
        .list();
  }

  /** The lines about a client that fit, but for the kind; newest first. */
  List<Access> ofClient(UUID client, LogFilter filter, Page page) {
    return jdbc.sql(
            COLUMNS
                + """
                join ledger_record r on r.sequence = p.sequence
                where r.client = :client and p.kind <> 'outcome' and r.sequence < :before
                  and (p.recipient = 'client-page') = :own
                  and (cast(:recipient as text) is null or p.recipient = :recipient)
                  and (cast(:permitted as boolean) is null or p.permitted = :permitted)
                  and (cast(:month as text) is null or
                    to_char(r.recorded_at at time zone 'Europe/Berlin', 'YYYY-MM') = :month)
                order by r.client_counter desc limit :count
                """)
        .param("client", client)
        .param("before", page.before())
        .param("own", filter.own())
        .param("recipient", filter.institution().orElse(null))
        .param("permitted", filter.permitted().orElse(null))
        .param("month", filter.month().map(YearMonth::toString).orElse(null))
        .param("count", page.count())
        .query(PostgresAccessLog::access)
        .list();
  }

  /** One line about a client, by the id of its record. */
  Optional<Access> ofClient(UUID client, UUID id) {
    return jdbc.sql(
            COLUMNS
                + """
                join ledger_record r on r.sequence = p.sequence
                where r.client = :client and p.kind <> 'outcome' and p.entry = :id
                """)
        .param("client", client)
        .param("id", id)
        .query(PostgresAccessLog::access)
        .optional();
  }

  /** Months of Berlin in which something was recorded about a client; the newest first. */
  List<YearMonth> months(UUID client) {
    return jdbc
        .sql(
            """
            select distinct to_char(recorded_at at time zone 'Europe/Berlin', 'YYYY-MM') as month
            from ledger_record where client = :client order by month desc\
            """)
        .param("client", client)
        .query(String.class)
        .list()
        .stream()
        .map(YearMonth::parse)
        .toList();
  }

  /** Whoever asked for something of a client, but for herself. */
  List<String> recipients(UUID client) {
    return jdbc.sql(
            """
            select distinct p.recipient
            from ledger_payload p join ledger_record r on r.sequence = p.sequence
            where r.client = :client and p.recipient <> 'client-page' order by p.recipient\
            """)
        .param("client", client)
        .query(String.class)
        .list();
  }

  /** What an institution asked for, and what was opened of its data; newest first and redacted. */
  List<Access> ofInstitution(InstitutionId institution, Page page) {
    return jdbc
        .sql(
            COLUMNS
                + """
                where p.sequence in (
                  (select sequence from ledger_payload
                   where recipient = :id and kind <> 'outcome' and sequence < :before
                   order by sequence desc limit :count)
                  union all
                  (select sequence from ledger_payload
                   where holder = :id and kind = 'intent' and permitted and sequence < :before
                     and recipient <> 'client-page'
                   order by sequence desc limit :count))
                order by p.sequence desc limit :count
                """)
        .param("id", institution.value())
        .param("before", page.before())
        .param("count", page.count())
        .query(PostgresAccessLog::access)
        .list()
        .stream()
        .map(access -> access.redactedFor(institution.value()))
        .toList();
  }

  /** One line of what an institution asked for, redacted. */
  Optional<Access> ofRecipient(InstitutionId institution, UUID id) {
    return jdbc.sql(
            COLUMNS + "where p.entry = :entry and p.kind <> 'outcome' and p.recipient = :id")
        .param("entry", id)
        .param("id", institution.value())
        .query(PostgresAccessLog::access)
        .optional()
        .map(access -> access.redactedFor(institution.value()));
  }

  private static Access access(ResultSet row, int number) throws SQLException {
    JsonNode body = body(row.getString("payload"));
    if (row.getString("kind").equals("desk")) {
      return new Access(
          row.getLong("sequence"),
          Access.Kind.DESK,
          AtDesk.asked(body),
          Optional.of(AtDesk.of(body)),
          Optional.empty(),
          Optional.empty(),
          Status.COMPLETED);
    }
    boolean intent = row.getString("kind").equals("intent");
    Asked asked = intent ? Asked.ofIntent(body) : Asked.ofRefusedToken(body);
    Optional<Came> came =
        Optional.ofNullable(row.getString("outcome")).map(text -> Came.of(body(text)));
    return new Access(
        row.getLong("sequence"),
        intent ? Access.Kind.ACCESS : Access.Kind.TOKEN_REFUSED,
        asked,
        Optional.empty(),
        Optional.empty(),
        came,
        Status.of(asked.permitted(), came, row.getBoolean("lease_alive")));
  }

  private static JsonNode body(String payload) {
    return JSON.readTree(payload).path("body");
  }
}
