package net.sociallook.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.ETagSupportEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import net.sociallook.adapter.assertion.OwnTime;

/** HAPI's server, speaking JSON alone and telling nothing about itself. */
public final class FhirServer extends RestfulServer {
  private final transient List<RecordProvider<?, ?>> kinds;
  private final transient OwnTime time;

  public FhirServer(List<RecordProvider<?, ?>> kinds, OwnTime time) {
    super(FhirContext.forR4Cached());
    this.kinds = List.copyOf(kinds);
    this.time = time;
  }

  @Override
  protected void initialize() {
    setServerName("SOCIALLOOK adapter");
    setServerVersion("1");
    setDefaultResponseEncoding(EncodingEnum.JSON);
    setETagSupport(ETagSupportEnum.DISABLED);
    setResourceProviders(List.<IResourceProvider>copyOf(kinds));
    registerInterceptor(new Capability(kinds.stream().map(RecordProvider::kind).toList()));
    registerInterceptor(new OutgoingAnswers(time));
    Warmth.of(getFhirContext(), kinds.stream().map(RecordProvider::kind).toList());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    super.service(new JsonRequest(request), response);
  }

  @Override
  public void addHeadersToResponse(HttpServletResponse response) {
    // HAPI would name itself and its version here.
  }
}
