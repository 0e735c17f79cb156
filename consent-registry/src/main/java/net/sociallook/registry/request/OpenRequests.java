package net.sociallook.registry.request;

import java.time.Instant;
import java.util.List;
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

  /** The newest first; without those that she declined, and those that have run out. */
  public List<OpenRequest> of(SignedIn who, Instant now) {
    return requests.newest(who.client(), NEWEST).stream()
        .filter(one -> one.isWithin(who.reach()))
        .filter(one -> !one.declined() && !one.content().possible(now).isEmpty())
        .flatMap(one -> OpenRequest.of(one, asking.standing(one), now).stream())
        .toList();
  }
}
