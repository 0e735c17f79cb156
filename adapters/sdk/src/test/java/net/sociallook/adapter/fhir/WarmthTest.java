package net.sociallook.adapter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Arrays;
import java.util.Set;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** With a context of its own each, since a shared one is warm from other tests. */
class WarmthTest {

  @Test
  void whatIsSentFirstMakesHapiReadNoMore() {
    FhirContext context = FhirContext.forR4();
    Warmth.of(context, Arrays.asList(ResourceKind.values()));
    Set<?> known = Set.copyOf(context.getElementDefinitions());

    send(context);

    assertThat(Set.copyOf(context.getElementDefinitions())).isEqualTo(known);
  }

  @Test
  void withoutItTheFirstAnswerWaitsForHapi() {
    FhirContext context = FhirContext.forR4();
    Set<?> known = Set.copyOf(context.getElementDefinitions());

    send(context);

    assertThat(context.getElementDefinitions()).hasSizeGreaterThan(known.size());
  }

  private static void send(FhirContext context) {
    DocumentReference document = new DocumentReference();
    document.setSubject(new Reference("Patient/a")).addContent().getAttachment().setTitle("Akte");
    document.getMeta().addSecurity().setCode("N");
    Bundle bundle = new Bundle();
    bundle.addLink().setRelation("next").setUrl("?_page=2");
    bundle.addEntry().setResource(document).getSearch().setMode(Bundle.SearchEntryMode.MATCH);
    context.newJsonParser().encodeResourceToString(bundle);
    OperationOutcome outcome = new OperationOutcome();
    outcome.addIssue().setDiagnostics("x");
    context.newJsonParser().encodeResourceToString(outcome);
  }
}
