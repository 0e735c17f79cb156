package net.sociallook.registry.page.own;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.ownaccess.Listing;
import net.sociallook.registry.ownaccess.Outcome;
import net.sociallook.registry.ownaccess.OwnKind;
import net.sociallook.registry.page.Dates;
import org.springframework.stereotype.Component;

/** Puts what institutions answered in order, and says why there is nothing where there is not. */
@Component("ownParts")
public class Parts {
  private static final int NOT_FOUND = 404;
  private static final Comparator<Entry> BY_TIME = Comparator.comparing(entry -> entry.when().at());

  private final EntryReader reader;
  private final People people;

  Parts(EntryReader reader, People people) {
    this.reader = reader;
    this.people = people;
  }

  /** The same for other readers than the client, with their words for people. */
  public static Parts of(People people, Dates dates, Clock clock) {
    return new Parts(new EntryReader(new FactReader(people, dates), dates, clock), people);
  }

  /** Which entries are shown: so many, after those that were shown before. */
  public record Window(int skip, int most) {}

  public Part of(InstitutionId holder, OwnKind kind, Outcome<Listing> outcome, Window window) {
    Part.Shown shown =
        outcome instanceof Outcome.Answered<Listing>(Listing listing)
            ? shown(holder, kind, listing, window)
            : Part.Shown.NOTHING;
    return new Part(holder.value(), people.nameOf(holder), state(outcome, shown), shown);
  }

  private Part.Shown shown(InstitutionId holder, OwnKind kind, Listing listing, Window window) {
    List<Entry> entries =
        listing.items().stream().map(item -> reader.read(holder, kind, item)).toList();
    List<Entry> ahead =
        entries.stream().filter(entry -> !entry.when().over()).sorted(BY_TIME).toList();
    List<Entry> others =
        entries.stream().filter(entry -> entry.when().over()).sorted(BY_TIME.reversed()).toList();
    int end = window.skip() + window.most();
    boolean more = entries.size() > end;
    return new Part.Shown(
        cut(ahead, window.skip(), end),
        cut(others, window.skip() - ahead.size(), end - ahead.size()),
        more,
        listing.more() && !more);
  }

  private static List<Entry> cut(List<Entry> entries, int from, int to) {
    return entries.subList(Math.clamp(from, 0, entries.size()), Math.clamp(to, 0, entries.size()));
  }

  private static String state(Outcome<Listing> outcome, Part.Shown shown) {
    return switch (outcome) {
      case Outcome.Answered<Listing> answered -> shown.isEmpty() ? "empty" : "answered";
      case Outcome.HolderSilent<Listing> silent -> "silent";
      case Outcome.NotKept<Listing> none -> "not-kept";
      case Outcome.Refused<Listing>(int status) ->
          switch (status) {
            case 0 -> "other-key";
            case NOT_FOUND -> "not-kept";
            default -> "refused";
          };
    };
  }
}
