package net.sociallook.registry.request;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What institutions ask of a client, as she sees it, and her "no". */
@Component
public class RequestsToClient {
  private final Asking asking;
  private final RequestStore requests;
  private final Clock clock;

  RequestsToClient(Asking asking, RequestStore requests, Clock clock) {
    this.asking = asking;
    this.requests = requests;
    this.clock = clock;
  }

  /** What the client may know. */
  public enum State {
    OPEN,
    DECLINED,
    /** All of it stands that can still be given. */
    GRANTED,
    /** It would end before it begins. */
    OVER
  }

  /**
   * @param provisions as they would be if they began now; without those whose time has passed
   * @param allowed which of them stand
   * @param given what stands of the same kind: all of it, or less than was asked for
   * @param reason what the caseworker wrote: any text
   */
  public record Request(
      UUID id,
      State state,
      InstitutionId institution,
      CaseworkerId requester,
      List<Provision> provisions,
      List<Provision> allowed,
      List<Provision> given,
      String reason) {
    /** Which of them do not stand as they were asked for. */
    public List<Provision> open() {
      return provisions.stream().filter(one -> !allowed.contains(one)).toList();
    }
  }

  public Optional<Request> find(SignedIn who, UUID id) {
    return reached(who, id).map(this::seen);
  }

  /**
   * Declining gives no reason, and changes nothing for the institution. Unknown ids are ignored.
   */
  @Transactional
  public void decline(SignedIn who, UUID id) {
    reached(who, id).ifPresent(request -> asking.decline(request.id()));
  }

  private Optional<ConsentRequest> reached(SignedIn who, UUID id) {
    return requests.find(who.client(), id).filter(request -> request.isWithin(who.reach()));
  }

  private Request seen(ConsentRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<Provision> possible = request.content().possible(now);
    List<Provision> standing = asking.standing(request);
    List<Provision> allowed =
        possible.stream().filter(asked -> standing.stream().anyMatch(asked::liesWithin)).toList();
    return new Request(
        request.id(),
        stateOf(request, possible, allowed),
        request.asker().institution(),
        request.asker().caseworker(),
        possible,
        allowed,
        standing.stream()
            .filter(
                one -> possible.stream().anyMatch(asked -> OpenRequest.isPartOf(one, asked, now)))
            .toList(),
        request.content().reason());
  }

  private static State stateOf(
      ConsentRequest request, List<Provision> possible, List<Provision> allowed) {
    if (possible.isEmpty()) {
      return State.OVER;
    }
    if (possible.equals(allowed)) {
      return State.GRANTED;
    }
    return request.declined() ? State.DECLINED : State.OPEN;
  }
}
