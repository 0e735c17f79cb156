package net.sociallook.registry.received;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Who signed what was granted to the caller. */
@RestController
class FhirProvenanceController {
  private static final String FHIR = "application/fhir+json";
  private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
  private static final Pattern TARGET = Pattern.compile("Consent/" + UUID_FORM);
  private static final Pattern ID = Pattern.compile("p-" + UUID_FORM);

  private final ReceivedGrants grants;

  FhirProvenanceController(ReceivedGrants grants) {
    this.grants = grants;
  }

  @GetMapping(path = "/fhir/Provenance", produces = FHIR)
  ResponseEntity<ObjectNode> search(
      Caller.Institution caller, @RequestParam MultiValueMap<String, String> parameters) {
    Parameters given = Parameters.of(parameters, Set.of("target", "_count", Searchset.AFTER));
    ReceivedGrants.Page page =
        given
            .text("target")
            .map(target -> one(caller, target))
            .orElseGet(() -> page(caller, given));
    List<Searchset.Entry> found =
        page.grants().stream()
            .map(one ->
                new Searchset.Entry(FhirProvenances.fullUrl(one.id()), FhirProvenances.of(one)))
            .toList();
    return answer(
        Searchset.of("Provenance", parameters).bundle(found, page.next().map(UUID::toString)));
  }

  private ReceivedGrants.Page page(Caller.Institution caller, Parameters given) {
    return grants.page(
        caller.id(),
        new ReceivedQuery(
            Optional.empty(),
            EnumSet.allOf(ReceivedGrant.State.class),
            given.uuid(Searchset.AFTER),
            given.count("_count")));
  }

  /** A reference that is no Consent's finds nothing. */
  private ReceivedGrants.Page one(Caller.Institution caller, String target) {
    Matcher match = TARGET.matcher(target);
    return new ReceivedGrants.Page(
        match.matches()
            ? grants.find(caller.id(), UUID.fromString(match.group(1))).stream().toList()
            : List.of(),
        Optional.empty());
  }

  @GetMapping(path = "/fhir/Provenance/{id}", produces = FHIR)
  ResponseEntity<ObjectNode> read(
      Caller.Institution caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    Parameters.of(parameters, Set.of());
    Matcher match = ID.matcher(id);
    return Optional.of(match)
        .filter(Matcher::matches)
        .flatMap(one -> grants.find(caller.id(), UUID.fromString(one.group(1))))
        .map(FhirProvenances::of)
        .map(FhirProvenanceController::answer)
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private static ResponseEntity<ObjectNode> answer(ObjectNode body) {
    return ResponseEntity.ok().contentType(MediaType.valueOf(FHIR)).body(body);
  }
}
