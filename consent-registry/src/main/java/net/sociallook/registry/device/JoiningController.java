package net.sociallook.registry.device;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.link.InvitationCode;
import net.sociallook.registry.passkey.BrowserKind;
import net.sociallook.registry.passkey.Ceremonies;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.passkey.PasskeyVerifier;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One more device: it makes a key, and an older one signs that it is hers. */
@RestController
class JoiningController {
  private final Joining joining;
  private final Confirming confirming;
  private final Ceremonies ceremonies;
  private final PasskeyVerifier verifier;

  JoiningController(
      Joining joining, Confirming confirming, Ceremonies ceremonies, PasskeyVerifier verifier) {
    this.joining = joining;
    this.confirming = confirming;
    this.ceremonies = ceremonies;
    this.verifier = verifier;
  }

  record OptionsRequest(String code) {
    OptionsRequest {
      Objects.requireNonNull(code);
    }
  }

  record JoiningRequest(String code, UUID ceremony, JsonNode credential) {
    JoiningRequest {
      Objects.requireNonNull(code);
      Objects.requireNonNull(ceremony);
      Objects.requireNonNull(credential);
    }
  }

  record Joined(String matchCode) {}

  record ConfirmationRequest(UUID id, JsonNode assertion) {
    ConfirmationRequest {
      Objects.requireNonNull(id);
      Objects.requireNonNull(assertion);
    }
  }

  @PostMapping("/api/devices/joining-options")
  Ceremonies.Registration options(HttpServletRequest sender, @RequestBody OptionsRequest request) {
    open(request.code(), sender);
    return ceremonies.startRegistration();
  }

  @PostMapping("/api/devices/joining")
  @ResponseStatus(HttpStatus.CREATED)
  Joined join(HttpServletRequest sender, @RequestBody JoiningRequest request) {
    DeviceOffer offer = open(request.code(), sender);
    Ceremonies.Pending pending =
        ceremonies
            .takeRegistration(request.ceremony())
            .orElseThrow(() -> new Refused(Problem.ENDED));
    Passkey made = verifier.verifyNew(request.credential(), pending);
    Optional<String> kind = BrowserKind.of(Optional.ofNullable(sender.getHeader("User-Agent")));
    return new Joined(joining.join(offer, made, kind));
  }

  @PostMapping("/api/devices/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(Person person, @RequestBody ConfirmationRequest request) {
    confirming.confirm(person.id(), request.id(), request.assertion());
  }

  private DeviceOffer open(String code, HttpServletRequest sender) {
    return joining
        .look(InvitationCode.typed(code), sender)
        .filter(offer -> offer.state() == DeviceOffer.State.OPEN)
        .orElseThrow(() -> new Refused(Problem.ENDED));
  }
}
