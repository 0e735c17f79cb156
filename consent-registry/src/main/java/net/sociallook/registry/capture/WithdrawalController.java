package net.sociallook.registry.capture;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.NarrowingForm;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Taking back for clients without a device, for systems of institutions. */
@RestController
class WithdrawalController {
  private final Directory directory;
  private final Pseudonyms pseudonyms;
  private final TakingBackInPerson takingBack;

  WithdrawalController(Directory directory, Pseudonyms pseudonyms, TakingBackInPerson takingBack) {
    this.directory = directory;
    this.pseudonyms = pseudonyms;
    this.takingBack = takingBack;
  }

  /**
   * @param recipient left out: nobody may do anything any more
   * @param narrowing left out: all of it is withdrawn
   */
  record WithdrawalRequest(
      String patient,
      String caseworker,
      @Nullable String recipient,
      @Nullable NarrowingForm narrowing) {
    WithdrawalRequest {
      Objects.requireNonNull(patient);
      Objects.requireNonNull(caseworker);
    }
  }

  record WithdrawalView(String state) {}

  @PostMapping("/withdrawals")
  ResponseEntity<WithdrawalView> take(
      Caller.Institution caller, @RequestBody WithdrawalRequest request) {
    Institution institution =
        directory.institution(caller.id()).orElseThrow(() -> new Refused(Problem.UNKNOWN_CALLER));
    UUID client =
        pseudonyms
            .clientOf(caller.id(), request.patient())
            .orElseThrow(() -> new Refused(Problem.NOT_LINKED));
    if (request.caseworker().isBlank()) {
      throw new Refused(Problem.MALFORMED);
    }
    TakingBackInPerson.State state =
        takingBack.take(
            institution,
            Attested.bySystem(new CaseworkerId(request.caseworker())),
            client,
            what(request));
    return ResponseEntity.status(state == TakingBackInPerson.State.IN_FORCE ? 200 : 202)
        .body(new WithdrawalView(state.name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }

  private TakingBackInPerson.What what(WithdrawalRequest request) {
    NarrowingForm narrowing = request.narrowing();
    if (request.recipient() == null) {
      if (narrowing != null) {
        throw new Refused(Problem.MALFORMED, "recipient: missing (expected: whose grant it is)");
      }
      return new TakingBackInPerson.What.Everything();
    }
    InstitutionId recipient =
        directory.institutions().stream()
            .map(Institution::id)
            .filter(id -> id.value().equals(request.recipient()))
            .findFirst()
            .orElseThrow(() ->
                new Refused(Problem.MALFORMED, "recipient: unknown (expected: in the directory)"));
    return narrowing == null
        ? new TakingBackInPerson.What.Withdrawal(recipient)
        : new TakingBackInPerson.What.Narrowing(recipient, narrowing);
  }
}
