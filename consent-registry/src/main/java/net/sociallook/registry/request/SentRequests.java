package net.sociallook.registry.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** What an institution has asked its clients for; of their answers it learns what it got. */
@Component
public class SentRequests {
  private final Asking asking;
  private final RequestStore requests;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  SentRequests(Asking asking, RequestStore requests, Pseudonyms pseudonyms, Clock clock) {
    this.asking = asking;
    this.requests = requests;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /**
   * What is asked for: these permissions at one holder, for the purpose of working together.
   *
   * @param permissions codes
   * @param validUntil excluded
   * @param onlyAsker whether only the one who asks is to have it
   */
  public record Wish(
      List<String> permissions,
      String holder,
      Instant validUntil,
      boolean onlyAsker,
      String reason) {}

  /**
   * @param patient the institution's pseudonym of the client
   * @param provisions as they would be if they had begun when they were asked for
   */
  public record Sent(
      UUID id,
      boolean granted,
      String patient,
      CaseworkerId person,
      List<Provision> provisions,
      String reason,
      Instant createdAt) {}

  /**
   * Asks a client; sent twice with the same id, once.
   *
   * @throws Refused where the wish is not sound, or too many are open with this client
   */
  public void send(
      UUID id, UUID client, InstitutionId institution, CaseworkerId person, Wish wish) {
    List<AskedProvision> provisions =
        wish.permissions().stream()
            .map(permission ->
                new AskedProvision(
                    permission,
                    wish.holder(),
                    "COC",
                    wish.validUntil().toString(),
                    null,
                    null,
                    null,
                    wish.onlyAsker() ? person.value() : null))
            .toList();
    RequestForm form = new RequestForm("of the page", person.value(), provisions, wish.reason());
    asking.open(id, client, new ConsentRequest.Asker(institution, person), form.content());
  }

  /** The newest first; without those to clients who are not linked any more. */
  public List<Sent> newest(InstitutionId institution, Optional<Instant> before, int count) {
    return requests
        .newest(institution, before.orElseGet(() -> clock.instant().plusSeconds(60)), count)
        .stream()
        .flatMap(request -> sent(request).stream())
        .toList();
  }

  public Optional<Sent> find(InstitutionId institution, UUID id) {
    return requests.find(institution, id).flatMap(this::sent);
  }

  private Optional<Sent> sent(ConsentRequest request) {
    return pseudonyms
        .of(request.client(), request.asker().institution())
        .map(patient ->
            new Sent(
                request.id(),
                asking.stateOf(request) == ConsentRequest.State.GRANTED,
                patient,
                request.asker().caseworker(),
                request.content().provisions().stream()
                    .map(asked -> asked.from(request.createdAt()))
                    .toList(),
                request.content().reason(),
                request.createdAt()));
  }
}
