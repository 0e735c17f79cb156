package net.sociallook.registry.page.titles;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.ownaccess.Item;
import net.sociallook.registry.ownaccess.Listing;
import net.sociallook.registry.ownaccess.Outcome;
import net.sociallook.registry.ownaccess.OwnAccess;
import net.sociallook.registry.ownaccess.OwnData;
import net.sociallook.registry.ownaccess.OwnKind;
import net.sociallook.registry.page.Dates;
import net.sociallook.registry.page.own.Moment;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents of a holder, by their titles, for the client to choose one of them. */
@Component
public class DocumentLists {
  private static final int MOST = 50;

  /** Longer than for a word that can be done without: this is what the client came for. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final OwnAccess access;
  private final Titles titles;
  private final Dates dates;

  DocumentLists(OwnAccess access, Titles titles, Dates dates) {
    this.access = access;
    this.titles = titles;
    this.dates = dates;
  }

  /**
   * One that can be chosen.
   *
   * @param title null where it has none, or it is not known
   * @param day in the reader's words
   */
  public record Document(String id, @Nullable String title, @Nullable String day, boolean chosen) {}

  /**
   * What a client can choose from at one holder.
   *
   * @param state {@code asked}, {@code closed} as long as nobody was asked, or why there is no
   *     list: last part of a key {@code pick.…}: {@code sign-in}, {@code away}, {@code silent},
   *     {@code refused}
   * @param documents the newest first; what is chosen is always among them
   * @param more whether the holder has more than are listed
   */
  public record Choice(InstitutionId holder, String state, List<Document> documents, boolean more) {
    public Choice {
      documents = List.copyOf(documents);
    }

    /** Whether all of them are meant. */
    public boolean isOfAll() {
      return documents.stream().noneMatch(Document::chosen);
    }
  }

  /** Without asking anybody: what was chosen before, by its id alone. */
  public Choice closed(InstitutionId holder, @Nullable String chosen) {
    return without(holder, "closed", chosen);
  }

  /**
   * Asks the holders at this moment. Nothing of the answers is kept.
   *
   * @param chosen by holder
   */
  public List<Choice> of(
      SignedIn signedIn, List<InstitutionId> holders, Map<String, String> chosen) {
    try {
      return access.data().read(signedIn, OwnKind.DOCUMENTS, holders, PATIENCE).stream()
          .map(at -> choice(at, chosen.get(at.holder().value())))
          .toList();
    } catch (Refused refused) {
      String state = refused.problem() == Problem.SIGN_IN_NEEDED ? "sign-in" : "away";
      return holders.stream().map(id -> without(id, state, chosen.get(id.value()))).toList();
    }
  }

  private Choice choice(OwnData.AtHolder at, @Nullable String chosen) {
    return switch (at.outcome()) {
      case Outcome.Answered<Listing>(Listing listing) -> listed(at.holder(), listing, chosen);
      case Outcome.HolderSilent<Listing> silent -> without(at.holder(), "silent", chosen);
      case Outcome.NotKept<Listing> none -> without(at.holder(), "asked", chosen);
      case Outcome.Refused<Listing> refused -> without(at.holder(), "refused", chosen);
    };
  }

  private Choice listed(InstitutionId holder, Listing listing, @Nullable String chosen) {
    List<Item> documents =
        listing.items().stream()
            .filter(item -> item.type().equals(ResourceType.DOCUMENT_REFERENCE.code()))
            .filter(item -> Thing.isId(item.id()))
            .sorted(Comparator.comparing(DocumentLists::at).reversed())
            .toList();
    List<Document> shown =
        documents.stream()
            .limit(MOST)
            .map(item -> document(item, item.id().equals(chosen)))
            .toList();
    Stream<Document> missing =
        chosen == null || shown.stream().anyMatch(Document::chosen)
            ? Stream.empty()
            : Stream.of(unknown(chosen));
    return new Choice(
        holder,
        "asked",
        Stream.concat(shown.stream(), missing).toList(),
        listing.more() || documents.size() > MOST);
  }

  private Document document(Item item, boolean chosen) {
    Optional<Moment> moment = Optional.ofNullable(item.date()).flatMap(Moment::of);
    return new Document(
        item.id(),
        titles.title(item).text(),
        moment.map(one -> dates.day(one.begin())).orElse(null),
        chosen);
  }

  private static Instant at(Item item) {
    return Optional.ofNullable(item.date())
        .flatMap(Moment::of)
        .map(Moment::begin)
        .orElse(Instant.EPOCH);
  }

  private static Choice without(InstitutionId holder, String state, @Nullable String chosen) {
    return new Choice(holder, state, chosen == null ? List.of() : List.of(unknown(chosen)), false);
  }

  private static Document unknown(String id) {
    return new Document(id, null, null, true);
  }
}
