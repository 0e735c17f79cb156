package net.sociallook.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.server.IResourceProvider;
import jakarta.servlet.http.HttpServletRequest;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.resource.Face;
import net.sociallook.adapter.resource.Subject;
import net.sociallook.adapter.search.ResourceKind;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * HAPI's way to one kind of data, the same for all. What is done is what the gate understood; HAPI
 * finds the method and writes the answer.
 */
public final class RecordProvider<R extends Item, Q> implements IResourceProvider {
  private final Face<R, Q> face;
  private final String institution;
  private final SearchBundle<R, Q> bundles;

  /**
   * @param institution whose records they are
   */
  public RecordProvider(Face<R, Q> face, String institution, PageSeal pages) {
    this.face = face;
    this.institution = institution;
    this.bundles = new SearchBundle<>(pages, face);
  }

  ResourceKind kind() {
    return face.mapping().kind();
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return FhirContext.forR4Cached().getResourceDefinition(kind().type()).getImplementingClass();
  }

  @Read
  public Resource read(@IdParam IdType id, HttpServletRequest http) {
    ClientRequest request = ClientRequest.of(http);
    return own(request)
        .read(request.recordId().orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND)))
        .map(item -> face.mapping().render(item, subject(request)))
        .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND));
  }

  @Search(allowUnknownParams = true)
  public Bundle search(HttpServletRequest http) {
    ClientRequest request = ClientRequest.of(http);
    String url = http.getRequestURL().toString();
    String base = url.substring(0, url.lastIndexOf("/" + kind().type()));
    return bundles.search(own(request), request, new SearchBundle.Frame(base, subject(request)));
  }

  private OwnRecords<R, Q> own(ClientRequest request) {
    return new OwnRecords<>(face.records(), request.localId());
  }

  private Subject subject(ClientRequest request) {
    return new Subject(request.patient(), institution);
  }
}
