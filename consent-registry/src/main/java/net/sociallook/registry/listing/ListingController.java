package net.sociallook.registry.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * The directory as FHIR, for institutions.
 *
 * @see <a href="https://profiles.ihe.net/ITI/mCSD/ITI-90.html">IHE mCSD, Find Matching Care
 *     Services (ITI-90)</a>
 */
@RestController
class ListingController {
  private static final String FHIR = "application/fhir+json";
  private static final String TYPES =
      "/fhir/{type:Organization|Practitioner|PractitionerRole|HealthcareService|Location|Endpoint}";

  private final DirectoryResources resources;
  private final FhirBase base;

  ListingController(DirectoryResources resources, FhirBase base) {
    this.resources = resources;
    this.base = base;
  }

  @GetMapping(path = TYPES, produces = FHIR)
  ResponseEntity<ObjectNode> search(
      Caller.Institution caller,
      @PathVariable String type,
      @RequestParam MultiValueMap<String, String> parameters) {
    ListedType listed = type(type);
    ListingQuery query = ListingQuery.of(listed, parameters);
    List<Listed> found =
        resources
            .of(listed)
            .filter(query::matches)
            .sorted(Comparator.comparing(Listed::id))
            .limit(query.count() + 1L)
            .toList();
    List<Listed> page = found.stream().limit(query.count()).toList();
    Optional<String> next =
        found.size() > page.size() ? Optional.of(page.getLast().id()) : Optional.empty();
    return answer(
        Searchset.of(type, parameters)
            .bundle(page.stream().map(one -> entry(listed, one)).toList(), next));
  }

  @GetMapping(path = TYPES + "/{id}", produces = FHIR)
  ResponseEntity<ObjectNode> read(
      Caller.Institution caller,
      @PathVariable String type,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> parameters) {
    Parameters.of(parameters, Set.of());
    return resources
        .of(type(type))
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> answer(one.resource().get()))
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private Searchset.Entry entry(ListedType type, Listed one) {
    return new Searchset.Entry(
        base.address() + "/" + type.code() + "/" + one.id(), one.resource().get());
  }

  private static ListedType type(String code) {
    return ListedType.ofCode(code).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private static ResponseEntity<ObjectNode> answer(ObjectNode body) {
    return ResponseEntity.ok().contentType(MediaType.valueOf(FHIR)).body(body);
  }
}
