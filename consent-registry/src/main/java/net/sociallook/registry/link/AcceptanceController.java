package net.sociallook.registry.link;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.BrowserKind;
import net.sociallook.registry.passkey.Ceremonies;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.passkey.PasskeyVerifier;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.session.Sessions;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Linking, the client's half: type the code, and make a passkey if there is none yet. */
@RestController
class AcceptanceController {
  private final Acceptance acceptance;
  private final Arrivals arrivals;
  private final NewPasskeys newPasskeys;
  private final Sessions sessions;

  AcceptanceController(
      Acceptance acceptance, Arrivals arrivals, NewPasskeys newPasskeys, Sessions sessions) {
    this.acceptance = acceptance;
    this.arrivals = arrivals;
    this.newPasskeys = newPasskeys;
    this.sessions = sessions;
  }

  /** The ceremony of a new client's first passkey. */
  @org.springframework.stereotype.Component
  record NewPasskeys(Ceremonies ceremonies, PasskeyVerifier verifier) {}

  record OptionsRequest(String code) {
    OptionsRequest {
      Objects.requireNonNull(code);
    }
  }

  /** {@code ceremony} and {@code credential} from a new client; neither inside a session. */
  record AcceptanceRequest(String code, @Nullable UUID ceremony, @Nullable JsonNode credential) {
    AcceptanceRequest {
      Objects.requireNonNull(code);
    }
  }

  record AcceptedInvitation(String institution) {}

  @PostMapping("/api/invitations/acceptance-options")
  Ceremonies.Registration options(HttpServletRequest sender, @RequestBody OptionsRequest request) {
    requireOpen(request.code(), sender);
    return newPasskeys.ceremonies().startRegistration();
  }

  @PostMapping("/api/invitations/acceptance")
  ResponseEntity<AcceptedInvitation> accept(
      Optional<Person> person, HttpServletRequest sender, @RequestBody AcceptanceRequest request) {
    requireOpen(request.code(), sender);
    InvitationCode code = InvitationCode.typed(request.code());
    if (request.ceremony() != null && request.credential() != null) {
      Optional<String> kind = BrowserKind.of(Optional.ofNullable(sender.getHeader("User-Agent")));
      return acceptAsNewClient(code, newPasskey(request.ceremony(), request.credential()), kind);
    }
    if (request.ceremony() != null || request.credential() != null) {
      throw new Refused(Problem.MALFORMED);
    }
    Person known = person.orElseThrow(() -> new Refused(Problem.NO_SESSION));
    return created(acceptance.asKnownClient(code, known), new HttpHeaders());
  }

  private void requireOpen(String code, HttpServletRequest sender) {
    if (arrivals.look(code, sender).state() != Arrivals.State.OPEN) {
      throw new Refused(Problem.ENDED);
    }
  }

  private Passkey newPasskey(UUID ceremony, JsonNode credential) {
    Ceremonies.Pending pending =
        newPasskeys
            .ceremonies()
            .takeRegistration(ceremony)
            .orElseThrow(() -> new Refused(Problem.ENDED));
    return newPasskeys.verifier().verifyNew(credential, pending);
  }

  private ResponseEntity<AcceptedInvitation> acceptAsNewClient(
      InvitationCode code, Passkey passkey, Optional<String> kind) {
    InstitutionId institution = acceptance.asNewClient(code, passkey, kind);
    HttpHeaders headers = new HttpHeaders();
    headers.add(HttpHeaders.SET_COOKIE, sessions.open(passkey).cookie().toString());
    return created(institution, headers);
  }

  private static ResponseEntity<AcceptedInvitation> created(
      InstitutionId institution, HttpHeaders headers) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .headers(headers)
        .body(new AcceptedInvitation(institution.value()));
  }
}
