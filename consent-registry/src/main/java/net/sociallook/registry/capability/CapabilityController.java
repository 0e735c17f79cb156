package net.sociallook.registry.capability;

import java.util.List;
import java.util.Set;
import net.sociallook.registry.fhir.Served;
import net.sociallook.registry.token.TokenProperties;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Parameters;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Tells what is answered below {@code /fhir}, by what the features say of themselves. */
@RestController
class CapabilityController {
  private static final String FHIR = "application/fhir+json";

  private final List<Served> served;
  private final Statement statement;

  CapabilityController(List<Served> served, TokenProperties tokens) {
    this.served = served;
    this.statement = new Statement(tokens.issuer());
  }

  @GetMapping(path = "/fhir/metadata", produces = FHIR)
  ResponseEntity<ObjectNode> metadata(
      Caller.Institution caller, @RequestParam MultiValueMap<String, String> parameters) {
    Parameters.of(parameters, Set.of());
    return ResponseEntity.ok().contentType(MediaType.valueOf(FHIR)).body(statement.of(served));
  }
}
