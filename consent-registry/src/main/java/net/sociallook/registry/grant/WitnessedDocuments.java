package net.sociallook.registry.grant;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of grants that institutions have witnessed. */
@Component
class WitnessedDocuments {
  private final JdbcClient database;

  WitnessedDocuments(JdbcClient database) {
    this.database = database;
  }

  /** Takes part in the caller's transaction. */
  void keep(UUID grant, int version, WitnessedDocument witnessed) {
    database
        .sql(
            """
            insert into signed_document
              (consent_grant, version, document, shown_text, language, capture, statement)
            values (:grant, :version, :document, :text, :language, :capture, :statement)\
            """)
        .param("grant", grant)
        .param("version", version)
        .param("document", witnessed.shown().document())
        .param("text", witnessed.shown().text())
        .param("language", witnessed.shown().language())
        .param("capture", witnessed.witnessing().capture())
        .param("statement", witnessed.witnessing().statement())
        .update();
  }

  Optional<WitnessedDocument> find(UUID grant, int version) {
    return database
        .sql(
            """
            select d.document, d.shown_text, d.language, d.statement, c.id, c.institution, c.level,
                   c.caseworker, c.witness, c.signed_on, v.created_at
            from signed_document d
            join capture c on c.id = d.capture
            join grant_version v on v.consent_grant = d.consent_grant and v.version = d.version
            where d.consent_grant = :grant and d.version = :version\
            """)
        .param("grant", grant)
        .param("version", version)
        .query(WitnessedDocuments::read)
        .optional();
  }

  private static WitnessedDocument read(ResultSet row, int number) throws SQLException {
    return new WitnessedDocument(
        new SignedDocument.Shown(
            row.getBytes("document"), row.getString("shown_text"), row.getString("language")),
        new Witnessing(
            row.getObject("id", UUID.class),
            new InstitutionId(row.getString("institution")),
            EvidenceLevel.ofCode(row.getString("level")),
            new CaseworkerId(row.getString("caseworker")),
            new CaseworkerId(row.getString("witness")),
            Optional.ofNullable(row.getDate("signed_on")).map(Date::toLocalDate),
            row.getTimestamp("created_at").toInstant(),
            row.getString("statement")));
  }
}
