package net.sociallook.adapter.jobcenter;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the records of one kind, in the order of their numbers. A number never changes. */
record Collection<R extends Item>(Fallwerk system, Shape<R> shape, ZoneId zone) {
  private static final Logger LOG = LoggerFactory.getLogger(Collection.class);
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  /**
   * @param wanted what of the customer's records the search is for
   */
  Page<R> page(Ask ask, Predicate<R> wanted, PageRequest page) {
    return ask.isPossible()
        ? new Walk<>(this, ask, wanted).take(page)
        : new Page<>(List.of(), Optional.empty());
  }

  Optional<R> read(String id) {
    return number(id).flatMap(this::row).flatMap(this::record);
  }

  /** The row behind an id of this kind, also if it is not shown. */
  Optional<Row> row(String number) {
    return switch (system.ask(shape.path() + "/" + number)) {
      case Answer.Found found -> {
        Row row = new Row(found.data(), zone);
        if (row.number() != Long.parseLong(number)) {
          throw Row.wrong("satznr");
        }
        yield Optional.of(row);
      }
      case Answer.Missing missing -> Optional.empty();
      case Answer.MarkExpired expired -> throw Row.wrong("fehlercode");
    };
  }

  /** Empty where the row is not one for outside, or lacks what cannot be done without. */
  Optional<R> record(Row row) {
    if (row.isDeleted()) {
      return Optional.empty();
    }
    try {
      return shape.reader().read(row);
    } catch (IncompleteException e) {
      LOG.warn("{} {}: not shown, {}", shape.path(), row.number(), e.getMessage());
      return Optional.empty();
    }
  }

  /** The case system's own number in an id. */
  Optional<String> number(String id) {
    if (!id.startsWith(shape.prefix())) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(id.substring(shape.prefix().length()));
    return number.matches() ? Optional.of(number.group()) : Optional.empty();
  }

  /**
   * What is read, and how.
   *
   * @param prefix of the ids, as {@code termin-}
   * @param path of the collection
   * @param newestFirst whether the highest number comes first
   */
  record Shape<R>(String prefix, String path, boolean newestFirst, Reader<R> reader) {}

  /** Makes a record of a row; empty where it is not for outside. */
  interface Reader<R> {
    Optional<R> read(Row row) throws IncompleteException;
  }
}
