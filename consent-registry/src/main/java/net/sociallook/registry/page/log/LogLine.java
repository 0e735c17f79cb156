package net.sociallook.registry.page.log;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.registry.ledger.view.Came;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.LogKind;
import net.sociallook.registry.ledger.view.Status;
import net.sociallook.registry.page.question.AskedLine;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log in the words of the page; codes here are last parts of keys.
 *
 * @param grant what the client allows the institution now; null where it is nothing
 * @param asked what she asked about it, the oldest first
 */
record LogLine(ClientEntry entry, @Nullable UUID grant, List<AskedLine> asked) {
  private static final int MOST_ITEMS = 10;
  private static final Set<String> REASONS =
      Set.of(
          "not-linked",
          "no-grant",
          "grant-withdrawn",
          "permission-not-covered",
          "requester-not-covered",
          "not-yet-valid",
          "expired",
          "blocked",
          "type-not-covered",
          "document-not-covered",
          "confidentiality-above-ceiling",
          "never-sanction",
          "not-party-to-message",
          "purpose-not-covered",
          "unknown-requester");

  /** One thing that was shown. */
  record Item(String kind, String type, String id) {}

  /** The kinds of data, the first of {@link LogKind} first. */
  public List<String> kinds() {
    return LogKind.of(entry).stream().map(LogKind::code).toList();
  }

  public boolean refused() {
    return entry.status() == Status.DENIED;
  }

  /** What came of it. */
  public String outcome() {
    return switch (entry.status()) {
      case DENIED -> "refused";
      case COMPLETED -> released() > 0 ? "seen" : "nothing";
      case RUNNING -> "running";
      case REFUSED_UPSTREAM, FAILED -> "failed";
      case ABORTED -> "aborted";
      case WITHDRAWN -> "withdrawn";
      case UNKNOWN -> "unknown";
    };
  }

  /** Whether it was looked at, as opposed to wanted. */
  public boolean looked() {
    return released() > 0;
  }

  /** How the line is marked. */
  public String mark() {
    return switch (outcome()) {
      case "seen" -> "seen";
      case "refused" -> "refused";
      default -> looked() ? "seen" : "open";
    };
  }

  /** Why it was refused; what a client cannot make sense of is one and the same. */
  public String reason() {
    String reason = entry.reason();
    return reason != null && REASONS.contains(reason) ? reason : "other";
  }

  /** What for: known, unknown to SOCIALLOOK, or not said. */
  public String purpose() {
    String purpose = entry.purpose();
    if (purpose == null) {
      return "none";
    }
    return purpose.equals("COC") ? "coc" : purpose.equals("PATRQT") ? "patrqt" : "other";
  }

  public int released() {
    Integer count = entry.releasedCount();
    return count == null ? 0 : count;
  }

  public int withheld() {
    Integer count = entry.withheldCount();
    return count == null ? 0 : count;
  }

  public List<Item> items() {
    return entry.released().stream().limit(MOST_ITEMS).map(LogLine::item).toList();
  }

  public int moreItems() {
    return released() - items().size();
  }

  private static Item item(Came.Resource resource) {
    String kind =
        Stream.of(LogKind.values())
            .filter(one -> one.includes(resource.type()))
            .findFirst()
            .orElse(LogKind.OTHER)
            .code();
    return new Item(kind, resource.type(), resource.id());
  }

  /** The one document it was about, where there is one. */
  public @Nullable String document() {
    if (entry.holder() == null) {
      return null;
    }
    List<String> documents =
        Stream.concat(
                entry.released().stream()
                    .filter(one -> one.type().equals("DocumentReference"))
                    .map(Came.Resource::id),
                "DocumentReference".equals(entry.type())
                    ? Stream.ofNullable(entry.resource())
                    : Stream.empty())
            .distinct()
            .toList();
    return documents.size() == 1 ? documents.getFirst() : null;
  }

  /** Where less can be allowed, with what the line was about. */
  public String narrowing() {
    String path = "/grants/" + grant + "/narrowing";
    return document() == null || entry.holder() == null
        ? path
        : path + "?holder=" + entry.holder().id() + "&document=" + document();
  }
}
