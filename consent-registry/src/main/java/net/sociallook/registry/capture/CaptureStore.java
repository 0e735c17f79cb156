package net.sociallook.registry.capture;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.Capturing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Captures of all institutions. */
@Component
class CaptureStore {
  private static final int NEWEST = 100;

  private final JdbcClient database;

  CaptureStore(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param record of the ledger, of this transaction
   */
  void add(Capture capture, UUID record) {
    database
        .sql(
            """
            insert into capture (id, institution, client, recipient, level, caseworker, witness,
              consent_grant, document, shown_text, language, created_at, expires_at, prepared_as)
            values (:id, :institution, :client, :recipient, :level, :caseworker, :witness,
              :grant, :document, :text, :language, :createdAt, :expiresAt, :record)\
            """)
        .param("id", capture.id())
        .param("institution", capture.institution().value())
        .param("client", capture.client())
        .param("recipient", capture.recipient().value())
        .param("level", capture.level().code())
        .param("caseworker", capture.caseworker().value())
        .param("witness", capture.witness().value())
        .param("grant", capture.prepared().grant())
        .param("document", capture.prepared().document())
        .param("text", capture.prepared().text())
        .param("language", capture.prepared().language())
        .param("createdAt", Timestamp.from(capture.createdAt()))
        .param("expiresAt", Timestamp.from(capture.expiresAt()))
        .param("record", record)
        .update();
  }

  Optional<Capture> find(InstitutionId institution, UUID id) {
    return database
        .sql("select * from capture where id = :id and institution = :institution")
        .param("id", id)
        .param("institution", institution.value())
        .query(CaptureStore::read)
        .optional();
  }

  /** The newest first. */
  List<Capture> newest(InstitutionId institution) {
    return database
        .sql(
            "select * from capture where institution = :institution"
                + " order by created_at desc, id limit "
                + NEWEST)
        .param("institution", institution.value())
        .query(CaptureStore::read)
        .list();
  }

  /** Whether it was still without one that counts. */
  boolean attach(UUID id, Scan scan, UUID record) {
    return database
            .sql(
                "update capture set scan_hash = :hash, signed_on = :signedOn, scan_as = :record"
                    + " where id = :id and taken_at is null")
            .param("hash", scan.hash())
            .param("signedOn", Date.valueOf(scan.signedOn()))
            .param("record", record)
            .param("id", id)
            .update()
        == 1;
  }

  /** Whether this call was the one. */
  boolean take(UUID id, Instant at, UUID record) {
    return database
            .sql(
                "update capture set taken_at = :at, taken_as = :record"
                    + " where id = :id and taken_at is null")
            .param("record", record)
            .param("at", Timestamp.from(at))
            .param("id", id)
            .update()
        == 1;
  }

  private static Capture read(ResultSet row, int number) throws SQLException {
    byte[] hash = row.getBytes("scan_hash");
    Timestamp taken = row.getTimestamp("taken_at");
    return new Capture(
        row.getObject("id", UUID.class),
        new InstitutionId(row.getString("institution")),
        row.getObject("client", UUID.class),
        new InstitutionId(row.getString("recipient")),
        EvidenceLevel.ofCode(row.getString("level")),
        new CaseworkerId(row.getString("caseworker")),
        new CaseworkerId(row.getString("witness")),
        new Capturing.Prepared(
            row.getObject("consent_grant", UUID.class),
            row.getBytes("document"),
            row.getString("shown_text"),
            row.getString("language")),
        hash == null
            ? Optional.empty()
            : Optional.of(new Scan(hash, row.getDate("signed_on").toLocalDate())),
        Optional.ofNullable(taken).map(Timestamp::toInstant),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }
}
