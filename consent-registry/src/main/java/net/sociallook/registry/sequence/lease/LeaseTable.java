package net.sociallook.registry.sequence.lease;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The leases and the registry's epoch in PostgreSQL.
 *
 * <p>The safety of a withdrawal rests on two locks here. A grant holds the counter row of the
 * sequence: so either its snapshot has the entry, or whoever waits for the entry sees the lease.
 * And ending a lease compares its number of renewals: so a lease that one process counts as over
 * cannot be renewed by another, whatever their clocks say.
 */
final class LeaseTable {
  private static final Duration KEY_AFTERLIFE = Duration.ofSeconds(30);
  private static final Duration ROW_AFTERLIFE = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;

  LeaseTable(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Draws a new epoch: leases of earlier ones are not renewed any more. */
  long drawEpoch() {
    return jdbc.sql("update registry_epoch set epoch = epoch + 1 returning epoch")
        .query(Long.class)
        .single();
  }

  LeaseState look() {
    record Head(long epoch, long sequence) {}
    List<LeaseRow> leases = new ArrayList<>();
    List<Head> heads =
        jdbc.sql(
                """
                select e.epoch as registry_epoch, c.last, l.* from registry_epoch e
                cross join withdrawal_counter c left join lease l on l.ended_at is null
                """)
            .query((row, number) -> {
              if (row.getString("id") != null) {
                leases.add(lease(row));
              }
              return new Head(row.getLong("registry_epoch"), row.getLong("last"));
            })
            .list();
    return new LeaseState(heads.getFirst().epoch(), heads.getFirst().sequence(), leases);
  }

  Optional<LeaseRow> find(UUID id) {
    return jdbc.sql("select * from lease where id = :id and ended_at is null")
        .param("id", id)
        .query((row, number) -> lease(row))
        .optional();
  }

  /**
   * Grants a lease whose node knows all entries up to the returned row's acknowledged number.
   *
   * @return empty if another node's key of this id is still published
   */
  Optional<LeaseRow> grant(String node, UUID boot, NodeKey key) {
    return transactions.execute(status -> {
      long epoch = lockedEpoch();
      long last =
          jdbc.sql("select last from withdrawal_counter for share").query(Long.class).single();
      removeOld();
      return keyIdTaken(node, key.id())
          ? Optional.empty()
          : Optional.of(insert(new LeaseRow(UUID.randomUUID(), node, epoch, 0, last), boot, key));
    });
  }

  private LeaseRow insert(LeaseRow row, UUID boot, NodeKey key) {
    jdbc.sql(
            """
            insert into lease (id, node, boot, epoch, key_id, public_key, renewals, acknowledged,
              granted_at)
            values (:id, :node, :boot, :epoch, :keyId, :publicKey, 0, :acknowledged, :now)
            """)
        .param("id", row.id())
        .param("node", row.node())
        .param("boot", boot)
        .param("epoch", row.epoch())
        .param("keyId", key.id())
        .param("publicKey", key.json())
        .param("acknowledged", row.acknowledged())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return row;
  }

  /**
   * @return the lease as it is now; empty if it is over or of another epoch
   */
  Optional<LeaseRow> renew(UUID id, long acknowledged) {
    return transactions.execute(status ->
        jdbc.sql(
                """
                update lease set renewals = renewals + 1,
                  acknowledged = greatest(acknowledged, :acknowledged)
                where id = :id and epoch = :epoch and ended_at is null returning *
                """)
            .param("id", id)
            .param("epoch", lockedEpoch())
            .param("acknowledged", acknowledged)
            .query((row, number) -> lease(row))
            .optional());
  }

  void acknowledge(UUID id, long sequence) {
    jdbc.sql("update lease set acknowledged = greatest(acknowledged, :sequence) where id = :id")
        .param("id", id)
        .param("sequence", sequence)
        .update();
  }

  /**
   * Ends a lease for good, unless it was renewed since this row was read.
   *
   * @return whether it has ended, now or before
   */
  boolean end(LeaseRow row) {
    jdbc.sql(
            """
            update lease set ended_at = :now
            where id = :id and renewals = :renewals and ended_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", row.id())
        .param("renewals", row.renewals())
        .update();
    return find(row.id()).isEmpty();
  }

  /** The public keys of nodes with a lease, and for some seconds after its end; newest last. */
  List<String> publishedKeys() {
    return jdbc.sql(
            """
            select public_key from lease where ended_at is null or ended_at > :since
            order by granted_at
            """)
        .param("since", Timestamp.from(clock.instant().minus(KEY_AFTERLIFE)))
        .query(String.class)
        .list();
  }

  private boolean keyIdTaken(String node, String keyId) {
    return jdbc.sql(
            """
            select exists (select 1 from lease where key_id = :keyId and node <> :node
              and (ended_at is null or ended_at > :since))
            """)
        .param("keyId", keyId)
        .param("node", node)
        .param("since", Timestamp.from(clock.instant().minus(KEY_AFTERLIFE)))
        .query(Boolean.class)
        .single();
  }

  private void removeOld() {
    jdbc.sql("delete from lease where ended_at < :before")
        .param("before", Timestamp.from(clock.instant().minus(ROW_AFTERLIFE)))
        .update();
  }

  private long lockedEpoch() {
    return jdbc.sql("select epoch from registry_epoch for share").query(Long.class).single();
  }

  private static LeaseRow lease(ResultSet row) throws SQLException {
    return new LeaseRow(
        row.getObject("id", UUID.class),
        row.getString("node"),
        row.getLong("epoch"),
        row.getLong("renewals"),
        row.getLong("acknowledged"));
  }
}
