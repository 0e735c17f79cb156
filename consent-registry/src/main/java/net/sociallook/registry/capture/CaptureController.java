package net.sociallook.registry.capture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.Correct;
import net.sociallook.registry.grant.ProvisionForm;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Capturing, for systems of institutions. */
@RestController
class CaptureController {
  private final Directory directory;
  private final Pseudonyms pseudonyms;
  private final Captures captures;
  private final JsonMapper json;

  CaptureController(
      Directory directory, Pseudonyms pseudonyms, Captures captures, JsonMapper json) {
    this.directory = directory;
    this.pseudonyms = pseudonyms;
    this.captures = captures;
    this.json = json;
  }

  record CaptureRequest(
      String patient,
      String caseworker,
      String witness,
      String level,
      String recipient,
      List<ProvisionForm> provisions,
      String language,
      @Nullable Boolean secrecyRelease) {
    CaptureRequest {
      Objects.requireNonNull(patient);
      Objects.requireNonNull(caseworker);
      Objects.requireNonNull(witness);
      Objects.requireNonNull(level);
      Objects.requireNonNull(recipient);
      Objects.requireNonNull(language);
      provisions = List.copyOf(provisions);
    }

    Captures.Wish toWish() {
      return new Captures.Wish(
          Attested.bySystem(new CaseworkerId(caseworker)),
          new CaseworkerId(witness),
          EvidenceLevel.ofCode(level),
          new InstitutionId(recipient),
          provisions.stream().map(ProvisionForm::toProvision).toList(),
          language,
          Boolean.TRUE.equals(secrecyRelease));
    }
  }

  record ScanRequest(String sha256, String signedOn) {
    ScanRequest {
      Objects.requireNonNull(sha256);
      Objects.requireNonNull(signedOn);
    }

    Scan toScan() {
      try {
        return new Scan(Base64.getUrlDecoder().decode(sha256), LocalDate.parse(signedOn));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("signedOn: no day (expected: like 2026-11-21)", e);
      }
    }
  }

  record StatementRequest(String statement) {
    StatementRequest {
      Objects.requireNonNull(statement);
    }
  }

  /** {@code claims}: what is to be signed, while it is missing. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CaptureView(
      UUID id,
      String state,
      String level,
      String recipient,
      UUID grant,
      JsonNode document,
      String text,
      Instant expiresAt,
      @Nullable Map<String, String> claims) {}

  @PostMapping("/captures")
  @ResponseStatus(HttpStatus.CREATED)
  CaptureView prepare(Caller.Institution caller, @RequestBody CaptureRequest request) {
    Captures.Wish wish = Correct.orRefused(request::toWish);
    UUID client =
        pseudonyms
            .clientOf(caller.id(), request.patient())
            .orElseThrow(() -> new Refused(Problem.NOT_LINKED));
    Institution institution = institution(caller);
    return view(institution, captures.prepare(institution, client, wish));
  }

  @GetMapping("/captures/{id}")
  CaptureView read(Caller.Institution caller, @PathVariable UUID id) {
    return view(institution(caller), captures.find(caller.id(), id));
  }

  @PutMapping("/captures/{id}/scan")
  CaptureView attach(
      Caller.Institution caller, @PathVariable UUID id, @RequestBody ScanRequest request) {
    captures.attach(institution(caller), id, Correct.orRefused(request::toScan), Optional.empty());
    return read(caller, id);
  }

  @PutMapping("/captures/{id}/statement")
  CaptureView state(
      Caller.Institution caller, @PathVariable UUID id, @RequestBody StatementRequest request) {
    captures.state(institution(caller), id, request.statement(), Optional.empty());
    return read(caller, id);
  }

  private CaptureView view(Institution institution, Capture capture) {
    Capture.Phase phase = captures.phase(capture);
    return new CaptureView(
        capture.id(),
        phase.code(),
        capture.level().code(),
        capture.recipient().value(),
        capture.prepared().grant(),
        json.readTree(capture.prepared().document()),
        capture.prepared().text(),
        capture.expiresAt(),
        phase == Capture.Phase.UNSTATED ? captures.toState(institution, capture) : null);
  }

  private Institution institution(Caller.Institution caller) {
    return directory
        .institution(caller.id())
        .orElseThrow(() -> new Refused(Problem.UNKNOWN_CALLER));
  }
}
