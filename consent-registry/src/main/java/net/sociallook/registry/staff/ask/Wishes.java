package net.sociallook.registry.staff.ask;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.request.SentRequests;
import net.sociallook.registry.staff.Clients;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Sends what was filled in, or says why it cannot be sent. */
@Component
class Wishes {
  private final SentRequests requests;
  private final Clients clients;
  private final Directory directory;
  private final Clock clock;

  Wishes(SentRequests requests, Clients clients, Directory directory, Clock clock) {
    this.requests = requests;
    this.clients = clients;
    this.directory = directory;
    this.clock = clock;
  }

  /** Empty when it is sent. */
  Optional<Trouble> send(Desk desk, AskForm form) {
    List<UUID> found = clients.find(desk, form.client());
    Optional<Instant> end = form.end(clock.instant());
    boolean known =
        directory.institutions().stream()
            .filter(Institution::isHolder)
            .anyMatch(one -> one.id().value().equals(form.holder()) && !one.id().equals(desk.id()));
    if (found.isEmpty()) {
      return Optional.of(Trouble.CLIENT_UNKNOWN);
    }
    if (found.size() > 1) {
      return Optional.of(Trouble.CLIENT_AMBIGUOUS);
    }
    if (form.asksForNothing()) {
      return Optional.of(Trouble.NOTHING);
    }
    if (!known) {
      return Optional.of(Trouble.HOLDER);
    }
    if (end.isEmpty()) {
      return Optional.of(Trouble.UNTIL);
    }
    return form.isReasonUnreadable()
        ? Optional.of(Trouble.REASON)
        : send(desk, form, found.getFirst(), end.get());
  }

  private Optional<Trouble> send(Desk desk, AskForm form, UUID client, Instant end) {
    try {
      requests.send(
          form.id(),
          client,
          desk.id(),
          desk.person().id(),
          new SentRequests.Wish(
              form.permissions(), form.holder(), end, form.onlyMe(), form.reason()));
      return Optional.empty();
    } catch (Refused refused) {
      if (refused.problem() == Problem.TOO_MANY_OPEN) {
        return Optional.of(Trouble.TOO_MANY_OPEN);
      }
      throw refused;
    }
  }
}
