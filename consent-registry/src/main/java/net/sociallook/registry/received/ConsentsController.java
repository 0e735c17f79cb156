package net.sociallook.registry.received;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import net.sociallook.registry.grant.ProvisionForm;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The grants given to the calling institution. */
@RestController
class ConsentsController {
  private final ReceivedGrants grants;

  ConsentsController(ReceivedGrants grants) {
    this.grants = grants;
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ConsentList(List<ConsentView> consents, @Nullable UUID next) {}

  record ConsentView(
      UUID id,
      int version,
      String patient,
      String state,
      String level,
      List<ProvisionForm> provisions) {
    static ConsentView of(ReceivedGrant grant) {
      return new ConsentView(
          grant.id(),
          grant.version(),
          grant.patient(),
          grant.state().code(),
          grant.level().code(),
          grant.provisions().stream().map(ProvisionForm::of).toList());
    }
  }

  @GetMapping("/consents")
  ConsentList list(
      Caller.Institution caller, @RequestParam MultiValueMap<String, String> parameters) {
    ReceivedGrants.Page page = grants.page(caller.id(), ReceivedQuery.ofJson(parameters));
    return new ConsentList(
        page.grants().stream().map(ConsentView::of).toList(), page.next().orElse(null));
  }

  @GetMapping("/consents/{id}")
  ConsentView read(Caller.Institution caller, @PathVariable UUID id) {
    return grants
        .find(caller.id(), id)
        .map(ConsentView::of)
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
