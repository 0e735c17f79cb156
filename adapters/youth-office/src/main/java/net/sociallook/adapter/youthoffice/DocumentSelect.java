package net.sociallook.adapter.youthoffice;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sociallook.adapter.document.DocumentQuery;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.record.TimeRange;

/** Builds the one SELECT for documents. Values are parameters, always. */
final class DocumentSelect {
  // What is deleted, a draft, or without any file is not there.
  private static final String BASE =
      """
      select d.dok_id, d.akt_id, d.lfd_nr, d.art_kz, d.status_kz, d.datum, d.betreff, d.stufe,
             d.schutz_kz, d.geändert_am, a.pers_nr,
             s.verzeichnis_kennung, s.nachname, s.vorname
        from dokument d
        join fallakte a on a.akt_id = d.akt_id
        left join sachbearbeiter s on s.kürzel = d.verfasser
       where d.gelöscht_kz = 'N' and a.gelöscht_kz = 'N' and d.status_kz = any(?)
         and exists (select 1 from dokument_datei f where f.dok_id = d.dok_id)
      """;

  private final StringBuilder sql = new StringBuilder(BASE);
  private final List<Object> values = new ArrayList<>();

  private DocumentSelect(Set<DocumentStatus> status) {
    values.add(StatusCode.localCodes(status).toArray(String[]::new));
  }

  static DocumentSelect byKey(DocumentKey key) {
    return new DocumentSelect(Set.of())
        .and("d.akt_id = ?", key.caseFile())
        .and("d.lfd_nr = ?", key.number());
  }

  /** One row more than the page holds, which tells whether there is a next one. */
  static DocumentSelect search(String client, DocumentQuery query, PageRequest page, ZoneId zone) {
    DocumentSelect select = new DocumentSelect(query.status()).and("a.pers_nr = ?", client);
    select.kinds(DocumentKind.matching(query.type(), query.category()));
    select.dates(query.date(), zone);
    query
        .lastUpdated()
        .from()
        .ifPresent(from -> select.and("d.geändert_am >= ?", Timestamp.from(from)));
    query
        .lastUpdated()
        .before()
        .ifPresent(before -> select.and("d.geändert_am < ?", Timestamp.from(before)));
    page.after().map(Position::parse).ifPresent(select::after);
    select.sql.append(" order by d.datum desc, d.akt_id desc, d.lfd_nr desc limit ?");
    select.values.add(page.count() + 1);
    return select;
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value instanceof String[] texts) {
        Array array = connection.createArrayOf("text", texts);
        statement.setArray(i + 1, array);
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }

  private void kinds(List<DocumentKind> kinds) {
    if (kinds.size() == DocumentKind.values().length) {
      return;
    }
    Object codes = kinds.stream().map(DocumentKind::localCode).toArray(String[]::new);
    if (kinds.contains(DocumentKind.OTHER)) {
      and("(d.art_kz = any(?) or d.art_kz <> all(?))", codes);
      values.add(DocumentKind.known().toArray(String[]::new));
    } else {
      and("d.art_kz = any(?)", codes);
    }
  }

  private void dates(TimeRange range, ZoneId zone) {
    range.from().ifPresent(from -> and("d.datum >= ?", Date.valueOf(firstDay(from, zone))));
    range.before().ifPresent(before -> and("d.datum < ?", Date.valueOf(firstDay(before, zone))));
  }

  private void after(Position position) {
    and("(d.datum, d.akt_id, d.lfd_nr) < (?, ?, ?)", Date.valueOf(position.date()));
    values.add(position.key().caseFile());
    values.add(position.key().number());
  }

  private DocumentSelect and(String condition, Object value) {
    sql.append(" and ").append(condition);
    values.add(value);
    return this;
  }

  /** The first day that does not begin before the instant. */
  private static LocalDate firstDay(Instant instant, ZoneId zone) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    return day.atStartOfDay(zone).toInstant().isBefore(instant) ? day.plusDays(1) : day;
  }
}
