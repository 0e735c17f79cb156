package net.sociallook.registry.staff.capture;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.registry.capture.Capture;
import net.sociallook.registry.capture.Captures;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.staff.Clients;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Prepares what was filled in, or says why it cannot be. */
@Component
class Writing {
  private final Captures captures;
  private final Clients clients;
  private final Directory directory;
  private final Clock clock;

  Writing(Captures captures, Clients clients, Directory directory, Clock clock) {
    this.captures = captures;
    this.clients = clients;
    this.directory = directory;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Result {
    record Prepared(Capture capture) implements Result {}

    record Wrong(Trouble trouble) implements Result {}
  }

  Result prepare(Desk desk, CaptureForm form) {
    List<UUID> found = clients.find(desk, form.client());
    Optional<Institution> recipient = recipient(desk, form);
    Instant now = clock.instant();
    Optional<Instant> end = form.end(now);
    Optional<Trouble> trouble =
        trouble(desk, form, found)
            .or(() -> recipient.isEmpty() ? Optional.of(Trouble.RECIPIENT) : Optional.empty())
            .or(() -> person(form, recipient))
            .or(() -> end.isEmpty() ? Optional.of(Trouble.UNTIL) : Optional.empty());
    if (trouble.isPresent() || recipient.isEmpty() || end.isEmpty()) {
      return new Result.Wrong(trouble.orElse(Trouble.RECIPIENT));
    }
    Captures.Wish wish =
        new Captures.Wish(
            desk.attested(),
            new CaseworkerId(form.witness()),
            EvidenceLevel.ofCode(form.level()),
            recipient.get().id(),
            form.provisions(desk.id(), now, end.get()),
            form.language().equals("en") ? "en" : "de",
            form.released());
    return prepare(desk, found.getFirst(), wish);
  }

  private Result prepare(Desk desk, UUID client, Captures.Wish wish) {
    try {
      return new Result.Prepared(captures.prepare(desk.institution(), client, wish));
    } catch (Refused refused) {
      if (refused.problem() == Problem.RELEASE_NEEDED) {
        return new Result.Wrong(Trouble.RELEASE);
      }
      if (refused.problem() == Problem.NOT_LINKED) {
        return new Result.Wrong(Trouble.NOT_LINKED);
      }
      throw refused;
    }
  }

  private static Optional<Trouble> trouble(Desk desk, CaptureForm form, List<UUID> found) {
    if (found.size() != 1) {
      return Optional.of(found.isEmpty() ? Trouble.CLIENT_UNKNOWN : Trouble.CLIENT_AMBIGUOUS);
    }
    if (!form.level().matches("assisted|paper")
        || !desk.institution().accepts(EvidenceLevel.ofCode(form.level()))) {
      return Optional.of(Trouble.LEVEL);
    }
    if (!isWitness(desk, form.witness())) {
      return Optional.of(Trouble.WITNESS);
    }
    if (form.asksForNothing()) {
      return Optional.of(Trouble.NOTHING);
    }
    return form.isDocumentUnreadable() ? Optional.of(Trouble.DOCUMENT) : Optional.empty();
  }

  /** Somebody else of the institution. */
  static boolean isWitness(Desk desk, String id) {
    return !id.equals(desk.person().id().value())
        && desk.institution().caseworkers().stream().anyMatch(one -> one.id().value().equals(id));
  }

  private Optional<Institution> recipient(Desk desk, CaptureForm form) {
    return directory.institutions().stream()
        .filter(one -> one.id().value().equals(form.recipient()) && !one.id().equals(desk.id()))
        .findFirst();
  }

  private static Optional<Trouble> person(CaptureForm form, Optional<Institution> recipient) {
    boolean known =
        form.person().isEmpty()
            || recipient.stream()
                .flatMap(one -> one.caseworkers().stream())
                .anyMatch(one -> one.id().value().equals(form.person()));
    return known ? Optional.empty() : Optional.of(Trouble.PERSON);
  }
}
