package net.sociallook.adapter.youthoffice;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.sociallook.adapter.record.TimeRange;

/** The conditions of a SELECT. Values are parameters, always. */
final class Conditions {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  /**
   * @param condition with one question mark
   */
  Conditions and(String condition, Object value) {
    sql.append(" and ").append(condition);
    values.add(value);
    return this;
  }

  /** The column holds one of these. */
  Conditions any(String column, Collection<String> texts) {
    return and(column + " = any(?)", texts.toArray(String[]::new));
  }

  /** The column, an instant, lies in the range. */
  Conditions within(String column, TimeRange range) {
    range.from().ifPresent(from -> and(column + " >= ?", Timestamp.from(from)));
    range.before().ifPresent(before -> and(column + " < ?", Timestamp.from(before)));
    return this;
  }

  /** The column, a day, begins in the range. */
  Conditions beginsWithin(String column, TimeRange range, ZoneId zone) {
    range.from().ifPresent(from -> and(column + " >= ?", firstDay(from, zone)));
    range.before().ifPresent(before -> and(column + " < ?", firstDay(before, zone)));
    return this;
  }

  String sql() {
    return sql.toString();
  }

  PreparedStatement prepare(Connection connection, String statement) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof String[] texts) {
        prepared.setArray(i + 1, connection.createArrayOf("text", texts));
      } else {
        prepared.setObject(i + 1, values.get(i));
      }
    }
    return prepared;
  }

  /** The first day that does not begin before the instant. */
  static LocalDate firstDay(Instant instant, ZoneId zone) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    return day.atStartOfDay(zone).toInstant().isBefore(instant) ? day.plusDays(1) : day;
  }
}
