package net.sociallook.adapter.youthoffice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Labels;

/** A row of the case system, whose columns have the same names in all tables. */
record Row(ResultSet columns) {
  String id(String prefix, String column) throws SQLException {
    return prefix + columns.getLong(column);
  }

  Optional<String> link(String prefix, String column) throws SQLException {
    long number = columns.getLong(column);
    return columns.wasNull() ? Optional.empty() : Optional.of(prefix + number);
  }

  String text(String column) throws SQLException {
    return columns.getString(column);
  }

  Optional<String> maybe(String column) throws SQLException {
    return Optional.ofNullable(columns.getString(column));
  }

  Instant instant(String column) throws SQLException {
    return columns.getObject(column, OffsetDateTime.class).toInstant();
  }

  Optional<Instant> maybeInstant(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  LocalDate day(String column) throws SQLException {
    return columns.getObject(column, LocalDate.class);
  }

  Optional<LocalDate> maybeDay(String column) throws SQLException {
    return Optional.ofNullable(columns.getObject(column, LocalDate.class));
  }

  /** From the columns of {@code sachbearbeiter}; empty where nobody is joined. */
  Optional<Author> caseworker() throws SQLException {
    String surname = columns.getString("nachname");
    return surname == null
        ? Optional.empty()
        : Optional.of(
            new Author(
                Optional.ofNullable(columns.getString("verzeichnis_kennung")),
                surname + ", " + columns.getString("vorname")));
  }

  Instant changedAt() throws SQLException {
    return instant("geändert_am");
  }

  /** From {@code stufe} and {@code schutz_kz}. */
  Labels labels() throws SQLException {
    return Protection.labels(
        Optional.ofNullable(columns.getObject("stufe", Integer.class)),
        Optional.ofNullable(columns.getString("schutz_kz")));
  }
}
