package net.sociallook.adapter.youthoffice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.document.Attachment;

/**
 * One file of a document.
 *
 * @param path as the case system writes it
 */
record FileRow(long document, String path, Attachment attachment) {
  private static final String COLUMNS =
      "select f.dok_id, f.pfad, f.medientyp, f.titel, f.größe_bytes, f.prüfsumme ";

  /** The files of some documents, each document's in its order. */
  static List<FileRow> of(Connection connection, List<Long> documents) throws SQLException {
    String sql =
        COLUMNS + "from dokument_datei f where f.dok_id = any(?) order by f.dok_id, f.datei_nr";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("bigint", documents.toArray()));
      return read(statement);
    }
  }

  /** The file in this place, from 1. */
  static Optional<FileRow> nth(Connection connection, DocumentKey key, int place)
      throws SQLException {
    String sql =
        COLUMNS
            + """
            from dokument_datei f join dokument d on d.dok_id = f.dok_id
            where d.akt_id = ? and d.lfd_nr = ? and d.gelöscht_kz = 'N'
            order by f.datei_nr offset ? limit 1
            """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key.caseFile());
      statement.setInt(2, key.number());
      statement.setInt(3, place - 1);
      return read(statement).stream().findFirst();
    }
  }

  private static List<FileRow> read(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      List<FileRow> files = new ArrayList<>();
      while (row.next()) {
        files.add(
            new FileRow(
                row.getLong("dok_id"),
                row.getString("pfad"),
                new Attachment(
                    row.getString("medientyp"),
                    row.getString("titel"),
                    row.getLong("größe_bytes"),
                    Optional.ofNullable(row.getString("prüfsumme")))));
      }
      return files;
    }
  }
}
