package net.sociallook.registry.news;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.registry.news.Seen.Payloads;
import net.sociallook.registry.push.Notices;
import net.sociallook.registry.push.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads every record of the ledger once, in their order, for what clients are to be told of. One
 * node reads at a time; what it found and how far it came are committed together.
 */
@Component
class LedgerReader {
  private static final int AT_ONCE = 1_000;

  /** What is older is no news, for example when a ledger is read for the first time. */
  private static final Duration NEWS = Duration.ofDays(1);

  private final JdbcClient database;
  private final FirstLooks looks;
  private final Notices notices;
  private final Clock clock;

  LedgerReader(JdbcClient database, FirstLooks looks, Notices notices, Clock clock) {
    this.database = database;
    this.looks = looks;
    this.notices = notices;
    this.clock = clock;
  }

  private record News(UUID client, Topic topic) {}

  /** Whether there may be more to read. */
  @Transactional
  boolean read() {
    if (!isBehind()) {
      return false;
    }
    Optional<Long> from =
        database
            .sql("select position from ledger_reader where name = 'news' for update skip locked")
            .query(Long.class)
            .optional();
    if (from.isEmpty()) {
      return false;
    }
    long last = last();
    long to = Math.min(last, from.get() + AT_ONCE);
    Set<News> news = new LinkedHashSet<>();
    between(from.get(), to).forEach(seen -> collect(seen, news));
    news.forEach(one -> notices.add(one.client(), one.topic()));
    database
        .sql("update ledger_reader set position = :to where name = 'news'")
        .param("to", to)
        .update();
    return to < last;
  }

  /** Asked first, since to take the place of the reader is to write. */
  private boolean isBehind() {
    return database
            .sql("select position from ledger_reader where name = 'news'")
            .query(Long.class)
            .single()
        < last();
  }

  private long last() {
    return database
        .sql("select coalesce(max(sequence), 0) from ledger_record")
        .query(Long.class)
        .single();
  }

  private void collect(Seen seen, Set<News> news) {
    boolean first = seen.isLook() && looks.add(seen);
    Instant now = clock.instant();
    if (seen.recordedAt().isBefore(now.minus(NEWS))) {
      return;
    }
    if (first) {
      news.add(new News(seen.client(), Topic.FIRST_LOOK));
    }
    if (seen.isMessage()) {
      news.add(new News(seen.client(), Topic.MESSAGE));
    }
  }

  private List<Seen> between(long from, long to) {
    return database
        .sql(
            """
            select r.client, r.recorded_at, o.entry, o.recipient,
                   i.payload as intent, o.payload as outcome
            from ledger_record r
            join ledger_payload o on o.sequence = r.sequence
            join ledger_payload i on i.entry = o.entry and i.kind = 'intent'
            where r.sequence > :from and r.sequence <= :to and r.kind = 'outcome'
              and r.client is not null and o.permitted and o.recipient <> 'client-page'
            order by r.sequence\
            """)
        .param("from", from)
        .param("to", to)
        .query(LedgerReader::seen)
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Seen> seen(ResultSet row, int number) throws SQLException {
    return Seen.of(
        row.getObject("client", UUID.class),
        row.getObject("entry", UUID.class),
        row.getString("recipient"),
        new Payloads(row.getString("intent"), row.getString("outcome")),
        row.getTimestamp("recorded_at").toInstant());
  }
}
