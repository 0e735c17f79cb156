package net.sociallook.registry.ledger.view;

import java.io.IOException;
import java.io.Writer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.Names.Party;

/** A client's log as her page shows it: newest first, and whole. */
public final class ClientLog {
  private static final int CHUNK = 200;

  private final PostgresAccessLog log;
  private final LogEntries entries;
  private final AuditEvents events;
  private final Names names;

  ClientLog(PostgresAccessLog log, LogEntries entries, AuditEvents events, Names names) {
    this.log = log;
    this.entries = entries;
    this.events = events;
    this.names = names;
  }

  /**
   * @param more whether there are older ones
   */
  public record Part(List<ClientEntry> entries, boolean more) {
    /** Where the next part begins. */
    public long next() {
      return entries.getLast().sequence();
    }
  }

  /** What filters can choose from: everything that is in the log. */
  public record Choices(List<YearMonth> months, List<Party> institutions) {}

  /** Does something with a line, and wants more of them or not. */
  private interface Visitor {
    boolean visit(Access access, ClientEntry entry) throws IOException;
  }

  /** Takes one line after the other. */
  public interface Lines {
    void take(ClientEntry entry) throws IOException;
  }

  /**
   * @param before only lines with a smaller number
   * @param count at most so many
   */
  public Part part(UUID client, LogFilter filter, long before, int count) throws IOException {
    List<ClientEntry> found = new ArrayList<>();
    visit(
        client,
        filter,
        before,
        (access, entry) -> {
          found.add(entry);
          return found.size() <= count;
        });
    boolean more = found.size() > count;
    return new Part(more ? found.subList(0, count) : found, more);
  }

  /** Everything that fits, for an export. */
  public void each(UUID client, LogFilter filter, Lines lines) throws IOException {
    visit(
        client,
        filter,
        Long.MAX_VALUE,
        (access, entry) -> {
          lines.take(entry);
          return true;
        });
  }

  /** Everything that fits, as a Bundle of AuditEvents. */
  public void writeBundle(UUID client, LogFilter filter, Writer out) throws IOException {
    out.write("{\"resourceType\":\"Bundle\",\"type\":\"searchset\"");
    boolean[] any = {false};
    visit(
        client,
        filter,
        Long.MAX_VALUE,
        (access, entry) -> {
          // FHIR JSON has no empty arrays.
          out.write(any[0] ? "," : ",\"entry\":[");
          any[0] = true;
          out.write(events.entry(access).toString());
          return true;
        });
    out.write(any[0] ? "]}" : "}");
  }

  /** One line, by the id of the record. */
  public Optional<ClientEntry> find(UUID client, UUID id) {
    return log.ofClient(client, id).map(entries::forClient);
  }

  public Choices choices(UUID client) {
    return new Choices(
        log.months(client), log.recipients(client).stream().map(names::institution).toList());
  }

  private void visit(UUID client, LogFilter filter, long before, Visitor visitor)
      throws IOException {
    long from = before;
    List<Access> chunk;
    do {
      chunk = log.ofClient(client, filter, new Page(from, CHUNK));
      for (Access access : chunk) {
        ClientEntry entry = entries.forClient(access);
        if (filter.fits(entry) && !visitor.visit(access, entry)) {
          return;
        }
        from = access.sequence();
      }
    } while (chunk.size() == CHUNK);
  }
}
