package net.sociallook.adapter.youthoffice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.document.Attachment;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Labels;

/** One row of {@link DocumentSelect}. */
record DocumentRow(
    long id,
    DocumentKey key,
    String client,
    String kind,
    String status,
    LocalDate date,
    Instant changedAt,
    String subject,
    Optional<Author> author,
    Labels labels) {

  static DocumentRow read(ResultSet row) throws SQLException {
    return new DocumentRow(
        row.getLong("dok_id"),
        new DocumentKey(row.getLong("akt_id"), row.getInt("lfd_nr")),
        row.getString("pers_nr"),
        row.getString("art_kz"),
        row.getString("status_kz"),
        row.getObject("datum", LocalDate.class),
        row.getObject("geändert_am", OffsetDateTime.class).toInstant(),
        row.getString("betreff"),
        author(row),
        Protection.labels(
            Optional.ofNullable(row.getObject("stufe", Integer.class)),
            Optional.ofNullable(row.getString("schutz_kz"))));
  }

  Position position() {
    return new Position(date, key);
  }

  Document document(List<Attachment> attachments, ZoneId zone) {
    DocumentKind known = DocumentKind.of(kind);
    return new Document(
        key.id(),
        client,
        StatusCode.of(status),
        known.type(),
        List.of(known.category()),
        date.atStartOfDay(zone).toInstant(),
        changedAt,
        subject,
        author,
        labels,
        attachments);
  }

  private static Optional<Author> author(ResultSet row) throws SQLException {
    String surname = row.getString("nachname");
    return surname == null
        ? Optional.empty()
        : Optional.of(
            new Author(
                Optional.ofNullable(row.getString("verzeichnis_kennung")),
                surname + ", " + row.getString("vorname")));
  }
}
