package net.sociallook.registry.page.signing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.ownaccess.GrantPreviews;
import net.sociallook.registry.ownaccess.Item;
import net.sociallook.registry.ownaccess.Listing;
import net.sociallook.registry.ownaccess.Outcome;
import net.sociallook.registry.page.Dates;
import net.sociallook.registry.page.giving.Choice;
import net.sociallook.registry.page.giving.Lines;
import net.sociallook.registry.page.titles.Thing;
import net.sociallook.registry.request.RequestsToClient;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks what would be seen, and puts it by person. It is shown and forgotten. */
@Component
class PreviewReader {
  private static final int SHOWN = 5;
  private static final int DAY = "2027-03-01".length();

  private final GrantPreviews previews;
  private final Lines lines;
  private final Dates dates;
  private final RequestsToClient requests;

  PreviewReader(GrantPreviews previews, Lines lines, Dates dates, RequestsToClient requests) {
    this.previews = previews;
    this.lines = lines;
    this.dates = dates;
    this.requests = requests;
  }

  /** With the eyes of who asks, where that is possible. */
  Preview read(SignedIn signedIn, Choice.About about, List<Provision> provisions) {
    try {
      List<GrantPreviews.Seen> seen =
          previews.of(signedIn, about.recipient(), asker(signedIn, about), provisions);
      return new Preview("shown", byPerson(seen), isForOthers(seen));
    } catch (Refused refused) {
      // Without a preview she can still decide: it is said, and nothing else is kept from her.
      boolean signIn = refused.problem() == Problem.SIGN_IN_NEEDED;
      return new Preview(signIn ? "sign-in" : "away", List.of(), false);
    }
  }

  private Optional<CaseworkerId> asker(SignedIn signedIn, Choice.About about) {
    return switch (about) {
      case Choice.About.Asked(UUID request, InstitutionId recipient) ->
          requests.find(signedIn, request).map(RequestsToClient.Request::requester);
      case Choice.About.Own own -> Optional.empty();
    };
  }

  private static boolean isForOthers(List<GrantPreviews.Seen> all) {
    return all.stream()
        .filter(seen -> !seen.kinds().isEmpty())
        .anyMatch(seen -> seen.provision().limits().narrowing().caseworker().isEmpty());
  }

  private List<Preview.Eyes> byPerson(List<GrantPreviews.Seen> all) {
    Map<String, List<Preview.Kind>> kinds = new LinkedHashMap<>();
    for (GrantPreviews.Seen seen : all) {
      List<Preview.Kind> own =
          kinds.computeIfAbsent(lines.caseworker(seen.caseworker()), person -> new ArrayList<>());
      String holder = lines.institution(seen.provision().holder());
      seen.kinds()
          .forEach((type, outcome) -> {
            Preview.Kind kind =
                kind(type, holder, outcome, Thing.onlyDocument(seen.provision()).isPresent());
            if (!own.contains(kind)) {
              own.add(kind);
            }
          });
    }
    List<Preview.Eyes> eyes = new ArrayList<>();
    kinds.forEach((person, own) -> eyes.add(new Preview.Eyes(person, own)));
    return eyes;
  }

  private Preview.Kind kind(
      ResourceType type, String holder, Outcome<Listing> outcome, boolean one) {
    Listing listing =
        outcome instanceof Outcome.Answered<Listing>(Listing what)
            ? what
            : new Listing(List.of(), false);
    return new Preview.Kind(
        type.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        holder,
        outcome.state(),
        listing.items().size(),
        listing.more(),
        listing.items().stream()
            .limit(SHOWN)
            .map(item -> new Preview.Shown(Lines.isolated(item.title()), date(item)))
            .toList(),
        one);
  }

  private @Nullable String date(Item item) {
    String date = item.date();
    if (date == null || date.length() < DAY) {
      return null;
    }
    try {
      return dates.day(
          LocalDate.parse(date.substring(0, DAY))
              .atStartOfDay(ZoneId.of("Europe/Berlin"))
              .toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }
}
