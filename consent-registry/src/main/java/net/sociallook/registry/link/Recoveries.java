package net.sociallook.registry.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.KeyDocument;
import net.sociallook.registry.passkey.Passkey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps recoveries. */
@Component
public class Recoveries {
  private final JdbcClient database;
  private final Clock clock;
  private final Links links;
  private final Replacements replacements;

  Recoveries(JdbcClient database, Clock clock, Links links, Replacements replacements) {
    this.database = database;
    this.clock = clock;
    this.links = links;
    this.replacements = replacements;
  }

  void begin(UUID client, Passkey passkey) {
    database
        .sql(
            "insert into recovery (waiting, client, credential_id, document, begun_at)"
                + " values (:waiting, :client, :credential, :document, :now)")
        .param("waiting", passkey.client())
        .param("client", client)
        .param("credential", passkey.credentialId())
        .param("document", KeyDocument.draw(passkey.publicKey(), clock.instant()).canonical())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** The first endorsement: from now on older devices are told. Later ones change nothing here. */
  void noticed(UUID waiting, Instant fullAt) {
    database
        .sql(
            "update recovery set noticed_at = :now, full_at = :fullAt"
                + " where waiting = :waiting and noticed_at is null and ended is null")
        .param("now", Timestamp.from(clock.instant()))
        .param("fullAt", Timestamp.from(fullAt))
        .param("waiting", waiting)
        .update();
  }

  /** The one whose record this is, ended or not; empty for any other client. */
  public Optional<Recovery> ofWaiting(UUID waiting) {
    return database
        .sql("select * from recovery where waiting = :waiting")
        .param("waiting", waiting)
        .query(this::read)
        .optional();
  }

  /** Of which the client is told, and those that she refused; the newest first. */
  public List<Recovery> of(UUID client) {
    return database
        .sql(
            "select * from recovery where client = :client and noticed_at is not null"
                + " order by noticed_at desc")
        .param("client", client)
        .query(this::read)
        .list();
  }

  /** One of which this client is told. */
  public Optional<Recovery> find(UUID client, UUID waiting) {
    return of(client).stream().filter(one -> one.waiting().equals(waiting)).findFirst();
  }

  /** What the client's time for saying no is over for; as a rule none. */
  public List<UUID> due(UUID client) {
    return database
        .sql(
            "select waiting from recovery where (client = :client or waiting = :client)"
                + " and ended is null and full_at <= :now")
        .param("client", client)
        .param("now", Timestamp.from(clock.instant()))
        .query(UUID.class)
        .list();
  }

  /**
   * Makes the access that waits one of the client: its passkey, its sessions, and what institutions
   * said of its key. Within the caller's transaction; false when it has ended otherwise.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean complete(UUID waiting) {
    if (!end(waiting, "full")) {
      return false;
    }
    UUID client =
        database
            .sql("select client from recovery where waiting = :waiting")
            .param("waiting", waiting)
            .query(UUID.class)
            .single();
    links.endorsed(waiting).forEach(said -> replacements.keep(client, said));
    for (String table : List.of("passkey", "session")) {
      database
          .sql("update " + table + " set client = :client where client = :waiting")
          .param("client", client)
          .param("waiting", waiting)
          .update();
    }
    return true;
  }

  /** Within the caller's transaction; false when it has ended otherwise. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean refuse(UUID waiting) {
    return end(waiting, "refused");
  }

  private boolean end(UUID waiting, String how) {
    return database
            .sql(
                "update recovery set ended = :how, ended_at = :now"
                    + " where waiting = :waiting and ended is null")
            .param("how", how)
            .param("now", Timestamp.from(clock.instant()))
            .param("waiting", waiting)
            .update()
        == 1;
  }

  private Recovery read(ResultSet row, int number) throws SQLException {
    UUID waiting = row.getObject("waiting", UUID.class);
    String ended = row.getString("ended");
    return new Recovery(
        waiting,
        row.getObject("client", UUID.class),
        row.getBytes("credential_id"),
        new KeyDocument(row.getBytes("document")),
        links.endorsed(waiting).stream()
            .map(said -> new InstitutionId(said.institution()))
            .toList(),
        new Recovery.Stand(
            instant(row, "noticed_at"),
            instant(row, "full_at"),
            Optional.ofNullable(ended)
                .map(how ->
                    new Recovery.End(how.equals("full"), instant(row, "ended_at").orElseThrow()))));
  }

  private static Optional<Instant> instant(ResultSet row, String column) {
    try {
      return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    } catch (SQLException e) {
      throw new IllegalStateException(column + ": unreadable (expected: a time)", e);
    }
  }
}
