package net.sociallook.registry.received;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.sociallook.registry.fhir.Searchset;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Parameters;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same grants as FHIR.
 *
 * @see <a href="https://profiles.ihe.net/ITI/PCF/">IHE PCF, Access Consent (ITI-108)</a>
 */
@RestController
class FhirConsentController {
  private static final String FHIR = "application/fhir+json";

  private final ReceivedGrants grants;
  private final FhirConsents consents;

  FhirConsentController(ReceivedGrants grants, FhirConsents consents) {
    this.grants = grants;
    this.consents = consents;
  }

  @GetMapping(path = "/fhir/Consent", produces = FHIR)
  ResponseEntity<ObjectNode> search(
      Caller.Institution caller, @RequestParam MultiValueMap<String, String> parameters) {
    ReceivedQuery query = ReceivedQuery.ofFhir(parameters);
    ReceivedGrants.Page page = grants.page(caller.id(), query);
    List<Searchset.Entry> found =
        page.grants().stream()
            .map(one -> new Searchset.Entry("urn:uuid:" + one.id(), consents.of(one)))
            .toList();
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(FHIR))
        .body(Searchset.of("Consent", parameters).bundle(found, page.next().map(UUID::toString)));
  }

  /** The same search, with the pseudonym in no address; parameters stand in the body alone. */
  @PostMapping(
      path = "/fhir/Consent/_search",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
      produces = FHIR)
  ResponseEntity<ObjectNode> searchByForm(
      Caller.Institution caller,
      HttpServletRequest request,
      @RequestParam MultiValueMap<String, String> parameters) {
    if (request.getQueryString() != null) {
      throw new Refused(Problem.MALFORMED, "query: given (expected: none, parameters in the body)");
    }
    return search(caller, parameters);
  }

  @GetMapping(path = "/fhir/Consent/{id}", produces = FHIR)
  ResponseEntity<ObjectNode> read(
      Caller.Institution caller,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> parameters) {
    Parameters.of(parameters, Set.of());
    ReceivedGrant grant =
        grants.find(caller.id(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf(FHIR))
        .eTag("W/\"" + grant.version() + "\"")
        .body(consents.of(grant));
  }
}
