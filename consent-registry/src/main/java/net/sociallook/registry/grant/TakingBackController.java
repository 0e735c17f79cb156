package net.sociallook.registry.grant;

import java.util.UUID;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Narrowing and withdrawing: always possible, without a reason and without a signature. */
@RestController
class TakingBackController {
  private final TakingBack takingBack;
  private final GrantChanges changes;

  TakingBackController(TakingBack takingBack, GrantChanges changes) {
    this.takingBack = takingBack;
    this.changes = changes;
  }

  @PostMapping("/api/grants/{id}/narrowing")
  ResponseEntity<TakenBackView> narrow(
      @WithinReach SignedIn signedIn, @PathVariable UUID id, @RequestBody NarrowingForm form) {
    return TakenBackView.ofGrant(
        "narrowed", takingBack.run(() -> changes.narrow(signedIn, id, form::applyTo)));
  }

  @PostMapping("/api/grants/{id}/withdrawal")
  ResponseEntity<TakenBackView> withdraw(@WithinReach SignedIn signedIn, @PathVariable UUID id) {
    return TakenBackView.ofGrant("withdrawn", takingBack.run(() -> changes.withdraw(signedIn, id)));
  }
}
