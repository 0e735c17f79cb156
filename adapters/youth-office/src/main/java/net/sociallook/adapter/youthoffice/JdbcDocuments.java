package net.sociallook.adapter.youthoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.sociallook.adapter.document.Content;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.document.DocumentQuery;
import net.sociallook.adapter.document.Documents;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The documents of the case files. */
final class JdbcDocuments implements Documents {
  private final DataSource database;
  private final FileStore files;
  private final ZoneId zone;

  /**
   * @param zone in which the case system's dates are meant
   */
  JdbcDocuments(DataSource database, FileStore files, ZoneId zone) {
    this.database = database;
    this.files = files;
    this.zone = zone;
  }

  @Override
  public Page<Document> search(String client, DocumentQuery query, PageRequest page) {
    return connected(connection -> {
      List<DocumentRow> rows = rows(connection, DocumentSelect.search(client, query, page, zone));
      List<DocumentRow> shown = rows.subList(0, Math.min(rows.size(), page.count()));
      Optional<String> next =
          rows.size() > shown.size()
              ? Optional.of(shown.getLast().position().text())
              : Optional.empty();
      return new Page<>(documents(connection, shown), next);
    });
  }

  @Override
  public Optional<Document> read(String id) {
    return DocumentKey.parse(id)
        .flatMap(key ->
            connected(connection ->
                documents(connection, rows(connection, DocumentSelect.byKey(key))).stream()
                    .findFirst()));
  }

  @Override
  public Optional<Content> open(Document document, int attachment) {
    return DocumentKey.parse(document.id())
        .flatMap(key -> connected(connection -> FileRow.nth(connection, key, attachment)))
        .flatMap(files::open);
  }

  @Override
  public boolean isReachable() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private static List<DocumentRow> rows(Connection connection, DocumentSelect select)
      throws SQLException {
    try (PreparedStatement statement = select.prepare(connection);
        ResultSet result = statement.executeQuery()) {
      List<DocumentRow> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(DocumentRow.read(result));
      }
      return rows;
    }
  }

  private List<Document> documents(Connection connection, List<DocumentRow> rows)
      throws SQLException {
    Map<Long, List<FileRow>> attached =
        FileRow.of(connection, rows.stream().map(DocumentRow::id).toList()).stream()
            .collect(Collectors.groupingBy(FileRow::document));
    return rows.stream()
        .map(row ->
            row.document(
                attached.getOrDefault(row.id(), List.of()).stream()
                    .map(FileRow::attachment)
                    .toList(),
                zone))
        .toList();
  }

  private <T> T connected(Query<T> query) {
    try (Connection connection = database.getConnection()) {
      return query.run(connection);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("case system: not answering", e));
    }
  }

  private interface Query<T> {
    T run(Connection connection) throws SQLException;
  }
}
