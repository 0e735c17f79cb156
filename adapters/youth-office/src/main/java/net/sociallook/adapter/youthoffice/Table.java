package net.sociallook.adapter.youthoffice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/**
 * Reads the records of one kind, in the order of their numbers. A number never changes, so pages
 * stay whole whatever is moved to another day meanwhile.
 */
record Table<R extends Item>(DataSource database, Shape<R> shape) {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  Page<R> page(Conditions conditions, PageRequest page) {
    page.after().map(Long::valueOf).ifPresent(last -> conditions.and(shape.afterKey(), last));
    conditions.and("true order by " + shape.order() + " limit ?", page.count() + 1);
    List<R> rows = rows(conditions);
    List<R> shown = rows.subList(0, Math.min(rows.size(), page.count()));
    return new Page<>(
        shown,
        rows.size() > shown.size()
            ? Optional.of(shown.getLast().id().substring(shape.prefix().length()))
            : Optional.empty());
  }

  Optional<R> read(String id) {
    return key(id)
        .flatMap(key -> rows(new Conditions().and(shape.key() + " = ?", key)).stream().findFirst());
  }

  boolean isReachable() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private Optional<Long> key(String id) {
    if (!id.startsWith(shape.prefix())) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(id.substring(shape.prefix().length()));
    return number.matches() ? Optional.of(Long.valueOf(number.group())) : Optional.empty();
  }

  private List<R> rows(Conditions conditions) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            conditions.prepare(connection, shape.select() + conditions.sql());
        ResultSet row = statement.executeQuery()) {
      List<R> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(shape.reader().read(new Row(row)));
      }
      return rows;
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException("case system: not answering", e));
    }
  }

  /**
   * What is read, and how.
   *
   * @param prefix of the ids, as {@code termin-}
   * @param key the column of the number
   * @param newestFirst whether the highest number comes first
   * @param select up to and with its where clause
   */
  record Shape<R>(String prefix, String key, boolean newestFirst, String select, Reader<R> reader) {
    String afterKey() {
      return key + (newestFirst ? " < ?" : " > ?");
    }

    String order() {
      return key + (newestFirst ? " desc" : "");
    }
  }

  /** Makes a record of a row. */
  interface Reader<R> {
    R read(Row row) throws SQLException;
  }
}
