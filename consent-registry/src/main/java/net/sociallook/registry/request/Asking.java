package net.sociallook.registry.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.Correct;
import net.sociallook.registry.received.ReceivedGrants;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests in, and tells what became of them. */
@Component
class Asking {
  /** Of one institution to one client. */
  static final int MOST_OPEN = 5;

  private final RequestStore requests;
  private final Directory directory;
  private final ReceivedGrants grants;
  private final Clock clock;

  Asking(RequestStore requests, Directory directory, ReceivedGrants grants, Clock clock) {
    this.requests = requests;
    this.directory = directory;
    this.grants = grants;
    this.clock = clock;
  }

  /**
   * Where the client is linked is not asked: the answer would tell the institution.
   *
   * @throws Refused where the content is not sound, or with {@link Problem#TOO_MANY_OPEN}
   */
  @Transactional
  ConsentRequest open(UUID client, ConsentRequest.Asker asker, ConsentRequest.Content content) {
    return open(UUID.randomUUID(), client, asker, content);
  }

  /** As {@link #open}, with an id that the caller drew: sent twice, it is asked once. */
  @Transactional
  ConsentRequest open(
      UUID id, UUID client, ConsentRequest.Asker asker, ConsentRequest.Content content) {
    Instant now = clock.instant();
    Institution institution =
        directory
            .institution(asker.institution())
            .orElseThrow(() -> new Refused(Problem.UNKNOWN_CALLER));
    requireColleague(institution, asker.caseworker(), "requester");
    List<Provision> provisions =
        Correct.orRefused(
            () -> content.provisions().stream().map(asked -> asked.from(now)).toList());
    provisions.forEach(provision -> requireSound(institution, provision));
    requests.lock(asker.institution(), client);
    Optional<ConsentRequest> before = requests.find(asker.institution(), id);
    if (before.isPresent()) {
      return before.get();
    }
    requireRoom(client, asker, now);
    ConsentRequest request = new ConsentRequest(id, client, asker, content, now, false);
    requests.add(request);
    return request;
  }

  ConsentRequest.State stateOf(ConsentRequest request) {
    return request.state(standing(request), clock.instant());
  }

  /** What the client allows who asks. */
  List<Provision> standing(ConsentRequest request) {
    return grants.standing(request.asker().institution(), request.client());
  }

  /** Declining gives no reason, and changes nothing for the institution. */
  @Transactional
  void decline(UUID id) {
    requests.decline(id, clock.instant());
  }

  /** Declined ones count like open ones: room that came back would tell of them. */
  private void requireRoom(UUID client, ConsentRequest.Asker asker, Instant now) {
    List<Provision> standing = grants.standing(asker.institution(), client);
    long open =
        requests.current(asker.institution(), client, now).stream()
            .filter(one -> one.state(standing, now) == ConsentRequest.State.OPEN)
            .count();
    if (open >= MOST_OPEN) {
      throw new Refused(
          Problem.TOO_MANY_OPEN, "open requests to this client: " + open + " (expected: below 5)");
    }
  }

  private void requireSound(Institution institution, Provision provision) {
    if (directory.institution(provision.holder()).isEmpty()) {
      throw new Refused(Problem.MALFORMED, "holder: unknown (expected: in the directory)");
    }
    if (directory.holder(provision.holder()).isEmpty()) {
      throw new Refused(Problem.MALFORMED, "holder: only receives (expected: one with data)");
    }
    Narrowing narrowing = provision.limits().narrowing();
    narrowing.caseworker().ifPresent(id -> requireColleague(institution, id, "caseworker"));
    Optional.of(narrowing)
        .flatMap(Narrowing::team)
        .filter(id -> institution.teams().stream().noneMatch(team -> team.id().equals(id)))
        .ifPresent(id -> {
          throw new Refused(Problem.MALFORMED, "team: unknown (expected: one of the institution)");
        });
  }

  private static void requireColleague(Institution institution, CaseworkerId id, String member) {
    if (institution.caseworker(id).isEmpty()) {
      throw new Refused(
          Problem.MALFORMED, member + ": unknown (expected: a caseworker of the institution)");
    }
  }
}
