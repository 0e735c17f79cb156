package net.sociallook.adapter.jobcenter.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lists a customer's rows page by page. Pages are never longer than fifty rows, sometimes shorter
 * than asked for, and now and then empty though there is more.
 */
final class Listing {
  private static final int LONGEST = 50;
  private static final Set<String> COLLECTIONS =
      Set.of(
          "dokumente",
          "termine",
          "zeitfenster",
          "kalender",
          "ziele",
          "kooperationsplaene",
          "postfach",
          "vermittlungsauftraege",
          "aufgaben");

  private final Stock stock;
  private final AtomicInteger run = new AtomicInteger(1);

  Listing(Stock stock) {
    this.stock = stock;
  }

  void forgetMarks() {
    run.incrementAndGet();
  }

  Reply answer(String collection, Request request) {
    Optional<String> customer = parameter(request, "kdnr");
    if (!COLLECTIONS.contains(collection) || customer.isEmpty()) {
      return Reply.error("1001", "Aufruf unvollständig: " + request.getUrl());
    }
    Optional<ObjectNode> person = stock.customer(customer.get());
    if (person.isEmpty()) {
      return Reply.error("2100", "Kunde " + customer.get() + " nicht im Zugriff");
    }
    Optional<String> more = parameter(request, "weiter");
    Optional<Mark> mark = more.flatMap(text -> Mark.parse(text, run.get()));
    if (more.isPresent() && mark.isEmpty()) {
      return Reply.error("1010", "Blättermarke abgelaufen");
    }
    if (more.isEmpty() && !parameter(request, "seite").equals(Optional.of("1"))) {
      return Reply.error("1002", "Seite fehlt");
    }
    return page(collection, request, person.get(), mark.orElse(new Mark(run.get(), 0, false)));
  }

  private Reply page(String collection, Request request, ObjectNode person, Mark mark) {
    boolean down = parameter(request, "sortierung").equals(Optional.of("ab"));
    if (mark.last() % 11 == 5 && !mark.waited()) {
      return reply(List.of(), Optional.of(new Mark(mark.run(), mark.last(), true)));
    }
    NavigableMap<Long, ObjectNode> rest = rest(stock.rows(collection), mark.last(), down);
    int size = size(request) - (mark.last() % 3 == 1 ? 7 : 0);
    List<ObjectNode> page = new ArrayList<>();
    long last = 0;
    for (Map.Entry<Long, ObjectNode> entry : rest.entrySet()) {
      if (!isListed(collection, entry.getValue(), person) || !isWithin(entry.getValue(), request)) {
        continue;
      }
      if (page.size() == size) {
        return reply(page, Optional.of(new Mark(mark.run(), last, false)));
      }
      page.add(entry.getValue());
      last = entry.getKey();
    }
    return reply(page, Optional.empty());
  }

  private static NavigableMap<Long, ObjectNode> rest(
      NavigableMap<Long, ObjectNode> rows, long last, boolean down) {
    NavigableMap<Long, ObjectNode> ordered = down ? rows.descendingMap() : rows;
    return last == 0 ? ordered : ordered.tailMap(last, false);
  }

  /** Calendars, and what is in them, are listed for those for whom their caseworker is there. */
  private boolean isListed(String collection, ObjectNode row, ObjectNode person) {
    return switch (collection) {
      case "kalender" -> row.at("/bearbeiter/kennung").equals(person.get("zustaendig"));
      case "zeitfenster" ->
          stock
              .row("kalender", row.path("kalender").asLong())
              .filter(calendar -> isListed("kalender", calendar, person))
              .isPresent();
      default -> row.path("kdnr").equals(person.get("kdnr"));
    };
  }

  private static boolean isWithin(ObjectNode row, Request request) {
    Optional<LocalDate> day = Writing.day(row.path("beginn").asText());
    return day.isEmpty()
        || parameter(request, "von").flatMap(Writing::day).filter(day.get()::isBefore).isEmpty()
            && parameter(request, "bis").flatMap(Writing::day).filter(day.get()::isAfter).isEmpty();
  }

  private static int size(Request request) {
    return parameter(request, "proSeite")
        .filter(text -> text.matches("[1-9][0-9]{0,3}"))
        .map(text -> Math.min(LONGEST, Math.max(8, Integer.parseInt(text))))
        .orElse(10);
  }

  private static Reply reply(List<? extends JsonNode> rows, Optional<Mark> more) {
    return Reply.envelope(
        Fields.of(
            "fehlercode",
            "0",
            "anzahl",
            String.valueOf(rows.size()),
            "weiter",
            more.map(Mark::text).orElse(""),
            "daten",
            rows));
  }

  private static Optional<String> parameter(Request request, String name) {
    var parameter = request.queryParameter(name);
    return parameter.isPresent() ? Optional.of(parameter.firstValue()) : Optional.empty();
  }

  /**
   * A bookmark.
   *
   * @param run good for this run of the service only
   * @param last the row after which it goes on
   * @param waited whether an empty page was answered here
   */
  private record Mark(int run, long last, boolean waited) {
    static Optional<Mark> parse(String text, int run) {
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", -1);
        return parts.length == 3 && parts[0].equals(String.valueOf(run))
            ? Optional.of(new Mark(run, Long.parseLong(parts[1]), Boolean.parseBoolean(parts[2])))
            : Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    String text() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((run + ":" + last + ":" + waited).getBytes(StandardCharsets.UTF_8));
    }
  }
}
