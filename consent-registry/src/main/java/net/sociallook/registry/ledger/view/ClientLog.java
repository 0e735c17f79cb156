package net.sociallook.registry.ledger.view;

import java.io.IOException;
import java.io.Writer;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.Names.Party;
import net.sociallook.registry.session.SignedIn;

/** A client's log as her page shows it: newest first, and whole. */
public final class ClientLog {
  private static final int CHUNK = 200;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final PostgresAccessLog log;
  private final LogEvidence evidence;
  private final LogEntries entries;
  private final AuditEvents events;
  private final Names names;

  /** Where lines come from. */
  record Source(PostgresAccessLog log, LogEvidence evidence) {}

  ClientLog(Source source, LogEntries entries, AuditEvents events, Names names) {
    this.log = source.log();
    this.evidence = source.evidence();
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
  public Part part(SignedIn who, LogFilter filter, long before, int count) throws IOException {
    List<ClientEntry> found = new ArrayList<>();
    visit(
        who,
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
  public void each(SignedIn who, LogFilter filter, Lines lines) throws IOException {
    visit(
        who,
        filter,
        Long.MAX_VALUE,
        (access, entry) -> {
          lines.take(entry);
          return true;
        });
  }

  /** Everything that fits, as a Bundle of AuditEvents. */
  public void writeBundle(SignedIn who, LogFilter filter, Writer out) throws IOException {
    out.write("{\"resourceType\":\"Bundle\",\"type\":\"searchset\"");
    boolean[] any = {false};
    visit(
        who,
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
  public Optional<ClientEntry> find(SignedIn who, UUID id) {
    return log.ofClient(who.client(), id)
        .filter(one -> isSeen(who, one))
        .map(one -> evidence.beside(List.of(one)).getFirst())
        .map(entries::forClient);
  }

  public Choices choices(SignedIn who) throws IOException {
    return who.reach().acting().isEmpty()
        ? new Choices(
            log.months(who.client()),
            log.recipients(who.client()).stream().map(names::institution).toList())
        : choicesWithin(who);
  }

  private Choices choicesWithin(SignedIn who) throws IOException {
    Set<YearMonth> months = new TreeSet<>(Comparator.reverseOrder());
    Map<String, Party> institutions = new TreeMap<>();
    each(
        who,
        LogFilter.OTHERS,
        entry -> {
          months.add(YearMonth.from(entry.at().atZone(BERLIN)));
          institutions.put(entry.recipient().id(), entry.recipient());
        });
    return new Choices(List.copyOf(months), List.copyOf(institutions.values()));
  }

  private static boolean isSeen(SignedIn who, Access access) {
    return access.isWithin(who.reach());
  }

  private void visit(SignedIn who, LogFilter filter, long before, Visitor visitor)
      throws IOException {
    long from = before;
    List<Access> chunk;
    do {
      chunk = evidence.beside(log.ofClient(who.client(), filter, new Page(from, CHUNK)));
      for (Access access : chunk) {
        ClientEntry entry = entries.forClient(access);
        if (isSeen(who, access) && filter.fits(entry) && !visitor.visit(access, entry)) {
          return;
        }
        from = access.sequence();
      }
    } while (chunk.size() == CHUNK);
  }
}
