package net.sociallook.registry.page.own;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.ownaccess.Item;
import net.sociallook.registry.ownaccess.OwnKind;
import net.sociallook.registry.page.Dates;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Turns what a holder sent into what is shown of it. */
@Component
class EntryReader {
  private final FactReader facts;
  private final Dates dates;
  private final Clock clock;

  EntryReader(FactReader facts, Dates dates, Clock clock) {
    this.facts = facts;
    this.dates = dates;
    this.clock = clock;
  }

  Entry read(InstitutionId holder, OwnKind kind, Item item) {
    JsonNode resource = item.resource();
    return new Entry(
        kind == OwnKind.CONTACT ? "" : item.title(),
        when(kind, item),
        Standing.of(kind, resource).orElse(null),
        new Entry.Content(
            facts.read(kind, resource),
            kind == OwnKind.MESSAGES ? message(resource) : "",
            kind == OwnKind.DOCUMENTS ? FileLink.of(resource, holder) : List.of()));
  }

  private Entry.When when(OwnKind kind, Item item) {
    Optional<Moment> moment = Optional.ofNullable(item.date()).flatMap(Moment::of);
    Instant at = moment.map(Moment::begin).orElse(Instant.EPOCH);
    return switch (kind) {
      case APPOINTMENTS -> {
        Optional<Moment> end = Moment.of(item.resource().path("end").asString(""));
        Instant last = end.map(Moment::begin).orElse(at);
        yield new Entry.When(
            at, last.isBefore(clock.instant()), moment.map(start -> span(start, end)).orElse(""));
      }
      case DOCUMENTS, MESSAGES, REFERRALS, TASKS ->
          new Entry.When(at, true, moment.map(Moment::asWritten).map(facts::words).orElse(""));
      case GOALS, PLANS, CONTACT -> new Entry.When(at, true, "");
    };
  }

  /** "Mittwoch, 1. September 2027 um 09:30 – 10:00"; an end on another day is left out. */
  private String span(Moment start, Optional<Moment> end) {
    if (!(start instanceof Moment.Time(Instant from))) {
      return facts.words(start);
    }
    String begin = dates.dayAndTime(from);
    return end.filter(until -> dates.day(until.begin()).equals(dates.day(from)))
        .filter(Moment.Time.class::isInstance)
        .map(until -> begin + " – " + dates.clock(until.begin()))
        .orElse(begin);
  }

  private static String message(JsonNode resource) {
    StringBuilder text = new StringBuilder();
    for (JsonNode payload : resource.path("payload")) {
      String part = payload.path("contentString").asString("");
      text.append(text.isEmpty() || part.isEmpty() ? "" : "\n\n").append(part);
    }
    return text.toString();
  }
}
