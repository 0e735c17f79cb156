package net.sociallook.registry.sequence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.sequence.WithdrawalEntry.GrantRaised;
import net.sociallook.registry.sequence.WithdrawalEntry.SessionEnded;
import net.sociallook.registry.sequence.WithdrawalEntry.TokenRevoked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The sequence as a table of PostgreSQL; always read from the primary. */
public final class PostgresWithdrawalSequence implements WithdrawalSequence {
  /** The life of a token, and what clocks may be apart. */
  private static final Duration TOKEN_MEMORY = Duration.ofSeconds(300 + 60);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SequenceHead head;
  private final Numbering numbering;

  public PostgresWithdrawalSequence(JdbcClient jdbc, Clock clock, SequenceHead head) {
    this(jdbc, clock, head, Numbering::lockedRow);
  }

  PostgresWithdrawalSequence(JdbcClient jdbc, Clock clock, SequenceHead head, Numbering numbering) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.head = head;
    this.numbering = numbering;
  }

  @Override
  public long append(List<WithdrawalEntry> entries) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("transaction: none (expected: one of the caller)");
    }
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("entries: none (expected: at least one)");
    }
    long last = numbering.reserve(jdbc, entries.size());
    long sequence = last - entries.size();
    for (WithdrawalEntry entry : entries) {
      insert(++sequence, entry);
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            head.advanceTo(last);
          }
        });
    return last;
  }

  private void insert(long sequence, WithdrawalEntry entry) {
    var statement =
        switch (entry) {
          case GrantRaised(UUID grant, int lowestLiveVersion) ->
              jdbc.sql(
                      """
                      insert into withdrawal (sequence, at, kind, grant_id, lowest_live_version)
                      values (:sequence, :at, 'grant', :grant, :version)
                      """)
                  .param("grant", grant)
                  .param("version", lowestLiveVersion);
          case TokenRevoked(UUID jti) ->
              jdbc.sql(
                      """
                      insert into withdrawal (sequence, at, kind, jti)
                      values (:sequence, :at, 'token', :jti)
                      """)
                  .param("jti", jti);
          case SessionEnded(UUID session) ->
              jdbc.sql(
                      """
                      insert into withdrawal (sequence, at, kind, session)
                      values (:sequence, :at, 'session', :session)
                      """)
                  .param("session", session);
        };
    statement.param("sequence", sequence).param("at", Timestamp.from(clock.instant())).update();
  }

  @Override
  public long current() {
    return jdbc.sql("select last from withdrawal_counter").query(Long.class).single();
  }

  /** The entries after a number, in order, at most {@code limit}. */
  public List<Withdrawal> after(long sequence, int limit) {
    return jdbc.sql(
            """
            select sequence, kind, grant_id, lowest_live_version, jti, session from withdrawal
            where sequence > :after order by sequence limit :limit
            """)
        .param("after", sequence)
        .param("limit", limit)
        .query(PostgresWithdrawalSequence::withdrawal)
        .list();
  }

  /** All entries after one number up to another, in order. */
  public List<Withdrawal> between(long after, long upTo) {
    return after(after, Math.toIntExact(Math.max(0, upTo - after)));
  }

  /**
   * A number below which no living token was read: the last one that is older than any token can
   * be. A wall clock that jumps makes it refuse living tokens or remember too much, never forget.
   */
  public long floor() {
    return jdbc.sql("select coalesce(max(sequence), 0) from withdrawal where at < :before")
        .param("before", Timestamp.from(clock.instant().minus(TOKEN_MEMORY)))
        .query(Long.class)
        .single();
  }

  private static Withdrawal withdrawal(ResultSet row, int number) throws SQLException {
    WithdrawalEntry entry =
        switch (row.getString("kind")) {
          case "grant" ->
              new GrantRaised(
                  row.getObject("grant_id", UUID.class), row.getInt("lowest_live_version"));
          case "token" -> new TokenRevoked(row.getObject("jti", UUID.class));
          case "session" -> new SessionEnded(row.getObject("session", UUID.class));
          case String kind ->
              throw new SQLException("kind: " + kind + " (expected: grant, token, session)");
        };
    return new Withdrawal(row.getLong("sequence"), entry);
  }
}
