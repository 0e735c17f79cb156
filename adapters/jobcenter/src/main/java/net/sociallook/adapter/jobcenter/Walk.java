package net.sociallook.adapter.jobcenter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/**
 * Walks over the case system's pages until one page for outside is full; over at most {@value
 * #MOST_PAGES} of them: then what was found is answered, with the place to go on from. Used once.
 */
final class Walk<R extends Item> {
  static final int ROWS_A_PAGE = 50;
  private static final int MOST_PAGES = 250;

  private final Collection<R> collection;
  private final Ask ask;
  private final Predicate<R> wanted;
  private final List<R> found = new ArrayList<>();
  private Position position = Position.START;
  // While true, rows may come that lie before the position. Later they may not.
  private boolean catchingUp;
  private boolean wentBack;

  Walk(Collection<R> collection, Ask ask, Predicate<R> wanted) {
    this.collection = collection;
    this.ask = ask;
    this.wanted = wanted;
  }

  Page<R> take(PageRequest page) {
    page.after().map(Position::parse).ifPresent(this::goTo);
    for (int i = 0; i < MOST_PAGES; i++) {
      switch (collection.system().ask(target())) {
        case Answer.Missing missing -> {
          return new Page<>(List.of(), Optional.empty());
        }
        case Answer.MarkExpired expired -> goBack();
        case Answer.Found answer -> {
          boolean full = !takeRows(answer, page.count());
          Optional<String> next = next(answer);
          if (full || next.isEmpty()) {
            return new Page<>(found, full ? Optional.of(position.text()) : Optional.empty());
          }
          position = position.on(next);
        }
      }
    }
    return new Page<>(found, Optional.of(position.text()));
  }

  private String target() {
    return ask.target(collection.shape().path(), collection.shape().newestFirst(), position.mark());
  }

  /**
   * Goes over the rows of one page of the case system.
   *
   * @return false at the first record that there is no room for; the position lies before it
   */
  private boolean takeRows(Answer.Found answer, int count) {
    List<Row> rows = new Row(answer.envelope(), collection.zone()).rows("daten");
    if (rows.size() > ROWS_A_PAGE) {
      throw Row.wrong("daten");
    }
    for (Row row : rows) {
      if (isBehind(row)) {
        if (!catchingUp) {
          throw Row.wrong("satznr");
        }
        continue;
      }
      Optional<R> record = collection.record(row).filter(this::isOwn).filter(wanted);
      if (record.isPresent() && found.size() == count) {
        return false;
      }
      record.ifPresent(found::add);
      position = position.after(row.number());
      catchingUp = false;
    }
    return true;
  }

  private boolean isBehind(Row row) {
    long number = row.number();
    return position
        .last()
        .filter(last -> collection.shape().newestFirst() ? number >= last : number <= last)
        .isPresent();
  }

  private boolean isOwn(R record) {
    if (record instanceof ClientRecord about && !about.client().equals(ask.client())) {
      throw Row.wrong("kdnr");
    }
    return true;
  }

  private Optional<String> next(Answer.Found answer) {
    Optional<String> mark = new Row(answer.envelope(), collection.zone()).maybe("weiter");
    if (mark.isPresent()
        && (!Position.MARK.matcher(mark.get()).matches() || mark.equals(position.mark()))) {
      throw Row.wrong("weiter");
    }
    return mark;
  }

  private void goTo(Position start) {
    position = start;
    catchingUp = start.last().isPresent();
  }

  // Bookmarks do not outlive the case system's night run; numbers do.
  private void goBack() {
    if (wentBack || position.mark().isEmpty()) {
      throw Row.wrong("fehlercode");
    }
    wentBack = true;
    goTo(position.on(Optional.empty()));
  }
}
