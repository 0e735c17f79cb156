package net.sociallook.registry.request;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;

/** What a client has been asked for and has not answered. */
@Component
public class OpenRequests {
  private static final int NEWEST = 200;

  private final RequestStore requests;
  private final Asking asking;

  OpenRequests(RequestStore requests, Asking asking) {
    this.requests = requests;
    this.asking = asking;
  }

  /**
   * @param permissions codes, each once
   */
  public record OpenRequest(
      UUID id, InstitutionId institution, List<String> permissions, Instant createdAt) {}

  /** The newest first; without those that she declined, and those that have run out. */
  public List<OpenRequest> of(SignedIn who, Instant now) {
    return requests.newest(who.client(), NEWEST).stream()
        .filter(one -> one.isWithin(who.reach()))
        .filter(one -> !one.declined() && one.content().asksStill(now))
        .filter(one -> asking.stateOf(one) == ConsentRequest.State.OPEN)
        .map(one ->
            new OpenRequest(
                one.id(),
                one.asker().institution(),
                one.content().provisions().stream()
                    .map(AskedProvision::permission)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList(),
                one.createdAt()))
        .toList();
  }
}
