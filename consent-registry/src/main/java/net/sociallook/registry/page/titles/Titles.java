package net.sociallook.registry.page.titles;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.ownaccess.Item;
import net.sociallook.registry.ownaccess.Outcome;
import net.sociallook.registry.ownaccess.OwnAccess;
import net.sociallook.registry.ownaccess.OwnItems;
import net.sociallook.registry.page.Dates;
import net.sociallook.registry.page.own.Moment;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks holders what things are called. */
@Component
public class Titles {
  /** A page does not wait longer for words that it can do without. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final int LONGEST = 80;

  private final OwnAccess access;
  private final Dates dates;

  Titles(OwnAccess access, Dates dates) {
    this.access = access;
    this.dates = dates;
  }

  /**
   * What was found out.
   *
   * @param state {@code asked}, or why nobody was: {@code sign-in} in a session that nobody signed
   *     in to, {@code away} where there is no own access
   */
  public record Known(String state, Map<Thing, Title> titles) {
    public Known {
      titles = Map.copyOf(titles);
    }

    /** Whether anything was found out. */
    public boolean anyFound() {
      return titles.values().stream().anyMatch(Title::isFound);
    }

    /** Null where it was not asked for. */
    public @Nullable Title of(@Nullable Thing thing) {
      return thing == null ? null : titles.get(thing);
    }
  }

  /** Each holder is asked once for each type; for nothing, nobody is. */
  public Known of(SignedIn signedIn, Collection<Thing> things) {
    Map<OwnItems.Place, Set<String>> wanted = new HashMap<>();
    things.forEach(
        thing -> wanted.computeIfAbsent(thing.place(), at -> new TreeSet<>()).add(thing.id()));
    try {
      Map<OwnItems.Place, Outcome<Map<String, Item>>> found =
          wanted.isEmpty() ? Map.of() : access.items().find(signedIn, wanted, PATIENCE);
      Map<Thing, Title> titles = new HashMap<>();
      things.forEach(thing ->
          Optional.ofNullable(found.get(thing.place()))
              .ifPresent(outcome -> titles.put(thing, title(outcome, thing))));
      return new Known("asked", titles);
    } catch (Refused refused) {
      return new Known(refused.problem() == Problem.SIGN_IN_NEEDED ? "sign-in" : "away", Map.of());
    }
  }

  private Title title(Outcome<Map<String, Item>> outcome, Thing thing) {
    return switch (outcome) {
      case Outcome.Answered<Map<String, Item>>(Map<String, Item> items) ->
          Optional.ofNullable(items.get(thing.id()))
              .map(this::title)
              .orElseGet(() -> Title.without("gone"));
      case Outcome.HolderSilent<Map<String, Item>> silent -> Title.without("silent");
      case Outcome.NotKept<Map<String, Item>> none -> Title.without("gone");
      case Outcome.Refused<Map<String, Item>> refused -> Title.without("refused");
    };
  }

  /** Of an appointment also the day. */
  Title title(Item item) {
    String text = shortened(item.title());
    String day =
        item.type().equals(ResourceType.APPOINTMENT.code())
            ? Optional.ofNullable(item.date())
                .flatMap(Moment::of)
                .map(moment -> dates.day(moment.begin()))
                .orElse(null)
            : null;
    return text.isEmpty() && day == null
        ? Title.without("untitled")
        : new Title("found", text.isEmpty() ? null : text, day);
  }

  private static String shortened(String title) {
    String text = title.strip();
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }
}
