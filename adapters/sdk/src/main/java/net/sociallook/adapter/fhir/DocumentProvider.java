package net.sociallook.adapter.fhir;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import jakarta.servlet.http.HttpServletRequest;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.document.DocumentQuery;
import net.sociallook.adapter.document.Documents;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * HAPI's way to documents. Its parameters are declared for routing and the CapabilityStatement;
 * what is done is what the gate understood.
 */
public final class DocumentProvider implements IResourceProvider {
  private final Documents documents;
  private final DocumentResource resources;
  private final SearchBundle bundles;

  /**
   * @param institution whose documents they are
   */
  public DocumentProvider(Documents documents, String institution, PageSeal pages) {
    this.documents = documents;
    this.resources = new DocumentResource(institution);
    this.bundles = new SearchBundle(pages, resources);
  }

  @Override
  public Class<DocumentReference> getResourceType() {
    return DocumentReference.class;
  }

  @Read
  public DocumentReference read(@IdParam IdType id, HttpServletRequest http) {
    ClientRequest request = ClientRequest.of(http);
    return own(request)
        .read(id.getIdPart())
        .map(document -> resources.render(document, request.patient()))
        .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
  }

  @Search
  @SuppressWarnings("unused")
  public Bundle search(
      @RequiredParam(name = "patient") ReferenceParam patient,
      @OptionalParam(name = "status") @Nullable TokenOrListParam status,
      @OptionalParam(name = "type") @Nullable TokenOrListParam type,
      @OptionalParam(name = "category") @Nullable TokenOrListParam category,
      @OptionalParam(name = "date") @Nullable DateRangeParam date,
      @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam lastUpdated,
      @OptionalParam(name = "_page") @Nullable StringParam page,
      @Count @Nullable Integer count,
      HttpServletRequest http) {
    ClientRequest request = ClientRequest.of(http);
    String url = http.getRequestURL().toString();
    return bundles.search(
        own(request), request, url.substring(0, url.lastIndexOf("/DocumentReference")));
  }

  private OwnRecords<Document, DocumentQuery> own(ClientRequest request) {
    return new OwnRecords<>(documents, request.localId());
  }
}
