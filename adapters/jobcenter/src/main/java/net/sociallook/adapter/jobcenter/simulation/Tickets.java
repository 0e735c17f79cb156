package net.sociallook.adapter.jobcenter.simulation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tickets, each good for fetching one file once within a minute. */
final class Tickets {
  private static final Duration LIFE = Duration.ofMinutes(1);

  private final Stock stock;
  private final Clock clock = Clock.systemUTC();
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Ticket> open = new ConcurrentHashMap<>();

  Tickets(Stock stock) {
    this.stock = stock;
  }

  Reply issue(String document, String file) {
    Optional<Stock.StoredFile> content = stock.file(document, file);
    if (content.isEmpty()) {
      return Reply.error("1404", "Datei " + file + " zu " + document + " nicht vorhanden");
    }
    Instant until = clock.instant().plus(LIFE);
    open.values().removeIf(ticket -> ticket.until().isBefore(clock.instant()));
    byte[] name = new byte[16];
    random.nextBytes(name);
    String text = HexFormat.of().withUpperCase().formatHex(name);
    open.put(text, new Ticket(content.get(), until));
    return Reply.data(
        Fields.of(
            "schein",
            text,
            "groesse",
            Writing.number(content.get().size()),
            "gueltigBis",
            until.toEpochMilli()));
  }

  Reply redeem(String name) {
    return Optional.ofNullable(open.remove(name))
        .filter(ticket -> clock.instant().isBefore(ticket.until()))
        .map(ticket -> Reply.file(ticket.file()))
        .orElse(Reply.text(410, "Schein verbraucht"));
  }

  private record Ticket(Stock.StoredFile file, Instant until) {}
}
