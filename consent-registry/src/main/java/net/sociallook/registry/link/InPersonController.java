package net.sociallook.registry.link;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Linking clients without a device, for systems of institutions. */
@RestController
class InPersonController {
  private final Directory directory;
  private final InPerson inPerson;
  private final Arrivals arrivals;
  private final Pseudonyms pseudonyms;

  InPersonController(
      Directory directory, InPerson inPerson, Arrivals arrivals, Pseudonyms pseudonyms) {
    this.directory = directory;
    this.inPerson = inPerson;
    this.arrivals = arrivals;
    this.pseudonyms = pseudonyms;
  }

  record InPersonRequest(String caseworker, String witness) {
    InPersonRequest {
      Objects.requireNonNull(caseworker);
      Objects.requireNonNull(witness);
    }
  }

  record Accepted(UUID id) {}

  record CodeRequest(String patient, String caseworker, String code) {
    CodeRequest {
      Objects.requireNonNull(patient);
      Objects.requireNonNull(caseworker);
      Objects.requireNonNull(code);
    }
  }

  record Connected(String institution, String matchCode) {}

  @PostMapping("/invitations/in-person")
  @ResponseStatus(HttpStatus.CREATED)
  Accepted link(Caller.Institution caller, @RequestBody InPersonRequest request) {
    InPerson.Present present =
        new InPerson.Present(
            Attested.bySystem(caseworker(request.caseworker())), caseworker(request.witness()));
    return new Accepted(inPerson.link(institution(caller), present, Optional.empty()));
  }

  @PostMapping("/invitations/acceptance")
  @ResponseStatus(HttpStatus.CREATED)
  Connected connect(
      Caller.Institution caller, HttpServletRequest sender, @RequestBody CodeRequest request) {
    UUID client =
        pseudonyms
            .clientOf(caller.id(), request.patient())
            .orElseThrow(() -> new Refused(Problem.NOT_LINKED));
    if (arrivals.look(request.code(), sender).state() != Arrivals.State.OPEN) {
      throw new Refused(Problem.ENDED);
    }
    Links.Waiting waiting =
        inPerson.connect(
            institution(caller),
            Attested.bySystem(caseworker(request.caseworker())),
            client,
            InvitationCode.typed(request.code()));
    return new Connected(waiting.institution().value(), waiting.matchCode());
  }

  private Institution institution(Caller.Institution caller) {
    return directory
        .institution(caller.id())
        .orElseThrow(() -> new Refused(Problem.UNKNOWN_CALLER));
  }

  private static CaseworkerId caseworker(String id) {
    if (id.isBlank()) {
      throw new Refused(Problem.MALFORMED);
    }
    return new CaseworkerId(id);
  }
}
