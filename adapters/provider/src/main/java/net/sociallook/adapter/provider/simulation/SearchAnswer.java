package net.sociallook.adapter.provider.simulation;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/** A searchset as this make writes it: with a remark nobody asked for, and with its whole staff. */
final class SearchAnswer {
  private final Bundle bundle = new Bundle();
  private final String base;

  SearchAnswer(String base) {
    this.base = base;
    bundle.setType(BundleType.SEARCHSET);
    OperationOutcome remark = new OperationOutcome();
    remark
        .addIssue()
        .setSeverity(IssueSeverity.INFORMATION)
        .setCode(IssueType.INFORMATIONAL)
        .setDiagnostics("_count wird von diesem Server nicht berücksichtigt.");
    bundle.addEntry().setResource(remark).getSearch().setMode(SearchEntryMode.OUTCOME);
  }

  void match(Resource resource) {
    add(resource, SearchEntryMode.MATCH);
  }

  void include(Resource resource) {
    add(resource, SearchEntryMode.INCLUDE);
  }

  void next(String address) {
    bundle.addLink().setRelation("next").setUrl(address);
  }

  Bundle bundle() {
    return bundle;
  }

  private void add(Resource resource, SearchEntryMode mode) {
    bundle
        .addEntry()
        .setFullUrl(base + "/" + resource.fhirType() + "/" + resource.getIdPart())
        .setResource(resource)
        .getSearch()
        .setMode(mode);
  }
}
