package net.sociallook.adapter.jobcenter;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Labels;

/**
 * A row of the case system, whose fields have the same names and forms in all collections. What is
 * not there makes the row incomplete. What is there in a form that is not known makes the answer
 * worthless: {@link UncheckedIOException}.
 */
record Row(JsonNode fields, ZoneId zone) {
  private static final Pattern NO_DAY = Pattern.compile("00\\.00\\.[0-9]{4}|31\\.12\\.9999");

  /** By which the rows of a collection are ordered; never changes. */
  long number() {
    return maybeNumber("satznr").orElseThrow(() -> wrong("satznr"));
  }

  /** Deleted rows stay in the case system, and are answered. */
  boolean isDeleted() {
    return switch (maybe("loeschkz").orElse("0")) {
      case "0" -> false;
      case "1" -> true;
      default -> throw wrong("loeschkz");
    };
  }

  String client() throws IncompleteException {
    return text("kdnr");
  }

  Instant changedAt() throws IncompleteException {
    return millis("geaendert");
  }

  Labels labels() {
    return Protection.labels(maybe("schutz"), maybe("schutzart"));
  }

  String text(String field) throws IncompleteException {
    return given(maybe(field), field);
  }

  /** Padding is not part of a text, and a text of blanks is none. */
  Optional<String> maybe(String field) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw wrong(field);
    }
    return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
  }

  long number(String field) throws IncompleteException {
    return given(maybeNumber(field), field);
  }

  Optional<Long> maybeNumber(String field) {
    return maybe(field).map(text -> Notation.number(text).orElseThrow(() -> wrong(field)));
  }

  LocalDate day(String field) throws IncompleteException {
    return given(maybeDay(field), field);
  }

  /** Empty also where the case system writes a day that means none. */
  Optional<LocalDate> maybeDay(String field) {
    return maybe(field)
        .filter(text -> !NO_DAY.matcher(text).matches())
        .map(text -> Notation.day(text).orElseThrow(() -> wrong(field)));
  }

  /** A time on the clock of the place. */
  Instant time(String field) throws IncompleteException {
    return given(
        maybe(field).map(text -> Notation.time(text, zone).orElseThrow(() -> wrong(field))), field);
  }

  /** Milliseconds since 1970. */
  Instant millis(String field) throws IncompleteException {
    return given(maybeMillis(field), field);
  }

  /** Empty where it has not happened. */
  Optional<Instant> maybeMillis(String field) {
    return maybeNumber(field).filter(millis -> millis > 0).map(Instant::ofEpochMilli);
  }

  Duration minutes(String field) throws IncompleteException {
    return Duration.ofMinutes(number(field));
  }

  /** The id of another row. */
  Optional<String> link(String prefix, String field) {
    return maybeNumber(field).map(number -> prefix + number);
  }

  /** Empty where nobody stands in {@code bearbeiter}. */
  Optional<Author> caseworker() throws IncompleteException {
    Row person = inner("bearbeiter");
    return person.fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new Author(person.maybe("kennung"), person.text("name")));
  }

  Row inner(String field) {
    JsonNode value = fields.path(field);
    if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
      throw wrong(field);
    }
    return new Row(value, zone);
  }

  List<Row> rows(String field) {
    JsonNode value = fields.path(field);
    if (!value.isArray()) {
      throw wrong(field);
    }
    List<Row> rows = new ArrayList<>();
    value.forEach(element -> rows.add(new Row(element, zone)));
    return rows;
  }

  static UncheckedIOException wrong(String field) {
    return new UncheckedIOException(new IOException("case system: " + field + " not understood"));
  }

  private static <T> T given(Optional<T> value, String field) throws IncompleteException {
    return value.orElseThrow(() -> new IncompleteException(field));
  }
}
