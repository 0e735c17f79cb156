package net.sociallook.registry.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who asks the client for what, and her "no". Her "yes" is a grant that she signs. */
@RestController
class ClientRequestController {
  private static final int NEWEST = 200;

  private final Asking asking;
  private final RequestStore requests;
  private final Directory directory;

  ClientRequestController(Asking asking, RequestStore requests, Directory directory) {
    this.asking = asking;
    this.requests = requests;
    this.directory = directory;
  }

  record RequestList(List<RequestView> requests) {}

  record RequestView(
      UUID id,
      String state,
      String recipient,
      Person requester,
      List<AskedProvision> provisions,
      String reason,
      Instant createdAt) {}

  /** Name and role as the directory has them now; without them where it does not know her. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Person(String id, @Nullable String name, @Nullable String role) {}

  @GetMapping("/api/consent-requests")
  RequestList list(@WithinReach SignedIn signedIn) {
    return new RequestList(
        requests.newest(signedIn.client(), NEWEST).stream()
            .filter(request -> request.isWithin(signedIn.reach()))
            .map(this::view)
            .toList());
  }

  @PostMapping("/api/consent-requests/{id}/decline")
  RequestView decline(@WithinReach SignedIn signedIn, @PathVariable UUID id) {
    asking.decline(find(signedIn, id).id());
    return view(find(signedIn, id));
  }

  private ConsentRequest find(SignedIn signedIn, UUID id) {
    return requests
        .find(signedIn.client(), id)
        .filter(request -> request.isWithin(signedIn.reach()))
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private RequestView view(ConsentRequest request) {
    return new RequestView(
        request.id(),
        stateFor(request),
        request.asker().institution().value(),
        person(request.asker()),
        request.content().provisions(),
        request.content().reason(),
        request.createdAt());
  }

  private String stateFor(ConsentRequest request) {
    return switch (asking.stateOf(request)) {
      case GRANTED -> "granted";
      case OPEN -> request.declined() ? "declined" : "open";
    };
  }

  private Person person(ConsentRequest.Asker asker) {
    Optional<Institution.Caseworker> known =
        directory
            .institution(asker.institution())
            .flatMap(institution -> institution.caseworker(asker.caseworker()));
    return new Person(
        asker.caseworker().value(),
        known.map(Institution.Caseworker::name).orElse(null),
        known.map(Institution.Caseworker::role).orElse(null));
  }
}
