package net.sociallook.adapter.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import net.sociallook.adapter.search.ResourceKind;
import net.sociallook.adapter.search.SearchParameter;
import net.sociallook.adapter.search.ValueForm;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/**
 * Writes the CapabilityStatement's resources from the table of kinds, in place of what HAPI derives
 * from the providers: only what the gate lets through is offered. Binary is served beside HAPI.
 */
@Interceptor
public final class Capability {
  private final List<ResourceKind> kinds;

  /**
   * @param kinds what this adapter has
   */
  Capability(Collection<ResourceKind> kinds) {
    this.kinds = kinds.stream().sorted().toList();
  }

  @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
  public void correct(IBaseConformance generated) {
    CapabilityStatement statement = (CapabilityStatement) generated;
    statement.setFormat(List.of(new CodeType("application/fhir+json")));
    statement.setPatchFormat(List.of());
    statement.setPublisher("SOCIALLOOK").setName("SociallookAdapter");
    statement.setText(null);
    statement.getImplementation().setDescription("SOCIALLOOK adapter");
    CapabilityStatementRestComponent rest = statement.getRestFirstRep();
    rest.setInteraction(List.of());
    rest.setOperation(List.of());
    List<CapabilityStatementRestResourceComponent> resources = new ArrayList<>();
    kinds.forEach(kind -> resources.add(resource(kind)));
    if (kinds.contains(ResourceKind.DOCUMENT_REFERENCE)) {
      resources.add(binary());
    }
    rest.setResource(resources);
  }

  private static CapabilityStatementRestResourceComponent resource(ResourceKind kind) {
    CapabilityStatementRestResourceComponent resource =
        new CapabilityStatementRestResourceComponent().setType(kind.type());
    resource.addInteraction().setCode(TypeRestfulInteraction.READ);
    if (kind.isSearchable()) {
      resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
    }
    for (SearchParameter parameter : kind.parameters()) {
      resource.addSearchParam().setName(parameter.name()).setType(type(parameter.form()));
    }
    return resource;
  }

  private static SearchParamType type(ValueForm form) {
    return switch (form) {
      case ValueForm.Patient patient -> SearchParamType.REFERENCE;
      case ValueForm.Reference reference -> SearchParamType.REFERENCE;
      case ValueForm.AnyCode any -> SearchParamType.TOKEN;
      case ValueForm.Choice choice -> SearchParamType.TOKEN;
      case ValueForm.Date date -> SearchParamType.DATE;
      case ValueForm.Count count -> SearchParamType.NUMBER;
      case ValueForm.Position position -> SearchParamType.STRING;
    };
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
