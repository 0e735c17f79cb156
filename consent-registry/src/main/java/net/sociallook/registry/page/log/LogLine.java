package net.sociallook.registry.page.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.ledger.view.Came;
import net.sociallook.registry.ledger.view.LogEntries;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.LogEntries.DeskEntry;
import net.sociallook.registry.ledger.view.LogKind;
import net.sociallook.registry.ledger.view.Status;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.page.giving.Witnesses;
import net.sociallook.registry.page.question.AskedLine;
import net.sociallook.registry.page.titles.Thing;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log in the words of the page; codes here are last parts of keys.
 *
 * @param grant what the client allows the institution now; null where it is nothing
 * @param asked what she asked about it, the oldest first
 */
record LogLine(ClientEntry entry, @Nullable UUID grant, List<AskedLine> asked) {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
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
          "unknown-requester",
          "key-not-endorsed",
          "level-not-accepted",
          "representation-not-reaching");

  /**
   * One thing that was shown, or wanted.
   *
   * @param thing null where it has no title
   */
  record Item(String kind, String type, String id, @Nullable Thing thing) {
    /** Whether it is a file, whose title is that of its document. */
    public boolean isFile() {
      return type.equals("Binary");
    }
  }

  /** The kinds of data, the first of {@link LogKind} first. */
  public List<String> kinds() {
    return LogKind.of(entry).stream().map(LogKind::code).toList();
  }

  /** Whether a token was wanted for whatever there is. */
  public boolean anything() {
    return !looked() && entry.type() == null && entry.permissions().isEmpty();
  }

  public boolean refused() {
    return entry.status() == Status.DENIED;
  }

  /** Who did it at a desk, with the role. */
  public String doer() {
    return named(entry.person());
  }

  public String institution() {
    return Lines.isolated(entry.recipient().name());
  }

  /**
   * Whose grant it was about at a desk, or with whom she was linked; empty where nobody is named.
   */
  public String recipient() {
    DeskEntry desk = entry.desk();
    return desk == null || desk.recipient() == null ? "" : Lines.isolated(desk.recipient().name());
  }

  /** Who else was there; null where nobody had to be. */
  public @Nullable String witness() {
    DeskEntry desk = entry.desk();
    return desk == null || desk.witness() == null ? null : named(desk.witness());
  }

  /** How she allowed it; null where she had not yet, or took something back. */
  public @Nullable String said() {
    DeskEntry desk = entry.desk();
    return desk == null || desk.act().equals(DeskAct.CAPTURE_PREPARED.code()) ? null : desk.level();
  }

  /** On paper: the day beside her signature. */
  public @Nullable Instant signedOn() {
    DeskEntry desk = entry.desk();
    return desk == null || desk.signedOn() == null
        ? null
        : LocalDate.parse(desk.signedOn()).atStartOfDay(BERLIN).toInstant();
  }

  /** Who stands for it that she allowed this; null where she signed with a passkey. */
  public Witnesses.@Nullable Witness allowedBefore() {
    LogEntries.EvidenceEntry rests = entry.evidence();
    if (rests == null || rests.witness() == null || rests.witnessedAt() == null) {
      return null;
    }
    return new Witnesses.Witness(
        String.valueOf(rests.level()),
        named(rests.witness()),
        Lines.isolated(rests.witnessedAt().name()),
        rests.signedOn() == null ? null : rests.signedOn().atStartOfDay(BERLIN).toInstant());
  }

  /** How it is known who looked; null where that was not on the staff's page. */
  public @Nullable String proof() {
    return entry.evidence() == null ? null : entry.evidence().proof();
  }

  /** In which capacity somebody acted for the client; null where she did herself. */
  public @Nullable String actedFor() {
    return entry.evidence() == null ? null : entry.evidence().actedFor();
  }

  private static String named(LogEntries.@Nullable Person person) {
    if (person == null) {
      return "–";
    }
    String role = person.role() == null ? "" : " (" + person.role() + ")";
    return Lines.isolated(person.name() + role);
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
    if (entry.desk() != null) {
      return "desk";
    }
    return switch (outcome()) {
      case "seen" -> "seen";
      case "refused" -> "refused";
      default -> looked() ? "seen" : "open";
    };
  }

  /** Why it was refused; what a client cannot make sense of is one and the same. */
  public String reason() {
    String reason = entry.reason();
    return switch (reason) {
      case null -> "other";
      case "token-level" -> "level-not-accepted";
      case "token-representation" -> "representation-not-reaching";
      case String known when REASONS.contains(known) -> known;
      case String other -> "other";
    };
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

  /** What was shown; where nothing was, the one thing that was wanted, if it was one. */
  public List<Item> items() {
    String wanted = entry.resource();
    String type = entry.type();
    return entry.released().isEmpty() && wanted != null && type != null
        ? List.of(item(new Came.Resource(type, wanted)))
        : entry.released().stream().limit(MOST_ITEMS).map(this::item).toList();
  }

  public int moreItems() {
    return Math.max(0, released() - items().size());
  }

  /** What has a title that a holder could be asked for. */
  List<Thing> things() {
    return items().stream().map(Item::thing).flatMap(Stream::ofNullable).toList();
  }

  private Item item(Came.Resource resource) {
    String kind =
        Stream.of(LogKind.values())
            .filter(one -> one.includes(resource.type()))
            .findFirst()
            .orElse(LogKind.OTHER)
            .code();
    Thing thing =
        entry.holder() == null
            ? null
            : Thing.of(entry.holder().id(), resource.type(), resource.id()).orElse(null);
    return new Item(kind, resource.type(), resource.id(), thing);
  }

  /** The one document that it, or a file of it, was about, where there is one. */
  public @Nullable String document() {
    String wanted = entry.resource();
    String type = entry.type();
    List<String> documents =
        Stream.concat(
                entry.released().stream(),
                wanted == null || type == null
                    ? Stream.empty()
                    : Stream.of(new Came.Resource(type, wanted)))
            .flatMap(one -> Stream.ofNullable(item(one).thing()))
            .filter(thing -> thing.type() == ResourceType.DOCUMENT_REFERENCE)
            .map(Thing::id)
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
