package net.sociallook.registry.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Parameters;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking, the institution's half: it learns of what it got, and of nothing else. */
@RestController
class InstitutionRequestController {
  private final Asking asking;
  private final RequestStore requests;
  private final Pseudonyms pseudonyms;

  InstitutionRequestController(Asking asking, RequestStore requests, Pseudonyms pseudonyms) {
    this.asking = asking;
    this.requests = requests;
    this.pseudonyms = pseudonyms;
  }

  record Opened(UUID id, String state) {}

  record RequestView(
      UUID id,
      String state,
      String patient,
      String requester,
      List<AskedProvision> provisions,
      String reason,
      Instant createdAt) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record RequestList(List<RequestView> requests, @Nullable UUID next) {}

  @PostMapping("/consent-requests")
  @ResponseStatus(HttpStatus.CREATED)
  Opened ask(Caller.Institution caller, @RequestBody RequestForm form) {
    UUID client =
        pseudonyms
            .clientOf(caller.id(), form.pseudonym())
            .orElseThrow(() ->
                new Refused(
                    Problem.MALFORMED, "patient: unknown (expected: a pseudonym of the caller)"));
    ConsentRequest request =
        asking.open(
            client, new ConsentRequest.Asker(caller.id(), form.caseworker()), form.content());
    return new Opened(request.id(), asking.stateOf(request).code());
  }

  @GetMapping("/consent-requests/{id}")
  RequestView read(Caller.Institution caller, @PathVariable UUID id) {
    return requests
        .find(caller.id(), id)
        .map(this::view)
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  @GetMapping("/consent-requests")
  RequestList list(Caller.Institution caller, @RequestParam MultiValueMap<String, String> given) {
    Parameters parameters = Parameters.of(given, Set.of("after", "count"));
    int count = parameters.count("count");
    List<ConsentRequest> found = requests.page(caller.id(), parameters.uuid("after"), count + 1);
    return new RequestList(
        found.stream().limit(count).map(this::view).toList(),
        found.size() > count ? found.get(count - 1).id() : null);
  }

  private RequestView view(ConsentRequest request) {
    return new RequestView(
        request.id(),
        asking.stateOf(request).code(),
        pseudonyms
            .of(request.client(), request.asker().institution())
            .orElseThrow(() -> new Refused(Problem.NOT_FOUND)),
        request.asker().caseworker().value(),
        request.content().provisions(),
        request.content().reason(),
        request.createdAt());
  }
}
