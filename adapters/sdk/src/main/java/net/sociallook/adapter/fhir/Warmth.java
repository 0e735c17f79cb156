package net.sociallook.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * Has HAPI read its model of what an adapter sends before the first request: HAPI reads each type
 * when it first meets it, which on a busy machine takes longer than gateways wait.
 */
final class Warmth {
  private Warmth() {}

  /** Returns when answers with these kinds, and refusals, can be written at once. */
  static void of(FhirContext context, List<ResourceKind> kinds) {
    Bundle bundle = new Bundle();
    bundle.addLink().setRelation("self");
    for (ResourceKind kind : kinds) {
      Resource empty = (Resource) context.getResourceDefinition(kind.type()).newInstance();
      empty.setId("warm");
      bundle.addEntry().setResource(empty);
    }
    context.newJsonParser().encodeResourceToString(bundle);
    context.newJsonParser().encodeResourceToString(new OperationOutcome());
  }
}
