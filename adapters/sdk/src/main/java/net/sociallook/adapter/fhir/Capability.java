package net.sociallook.adapter.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;

/**
 * Corrects the CapabilityStatement that HAPI derives from the providers: Binary is served beside
 * HAPI, JSON is the only format, and only what the gate lets through is offered.
 */
@Interceptor
public final class Capability {
  @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
  public void correct(IBaseConformance generated) {
    CapabilityStatement statement = (CapabilityStatement) generated;
    statement.setFormat(List.of(new CodeType("application/fhir+json")));
    statement.setPatchFormat(List.of());
    statement.setPublisher("SOCIALLOOK").setName("SociallookAdapter");
    statement.setText(null);
    statement.getImplementation().setDescription("SOCIALLOOK adapter");
    CapabilityStatementRestComponent rest = statement.getRestFirstRep();
    rest.getResource().removeIf(resource -> !resource.getType().equals("DocumentReference"));
    rest.setInteraction(List.of());
    rest.setOperation(List.of());
    rest.getResource()
        .forEach(resource -> {
          resource.setSearchInclude(List.of());
          resource.setSearchRevInclude(List.of());
        });
    rest.getResource().add(binary());
  }

  private static CapabilityStatementRestResourceComponent binary() {
    CapabilityStatementRestResourceComponent binary =
        new CapabilityStatementRestResourceComponent();
    binary.setType("Binary");
    binary.setDocumentation("The raw bytes of an attachment, {documentId}-{n}, n from 1.");
    binary.addInteraction().setCode(TypeRestfulInteraction.READ);
    return binary;
  }
}
