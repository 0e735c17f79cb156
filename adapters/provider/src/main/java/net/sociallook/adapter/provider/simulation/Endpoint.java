package net.sociallook.adapter.provider.simulation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/** A FHIR server of the make "Trägerakte". */
final class Endpoint extends RestfulServer {
  private static final long serialVersionUID = 1;

  private static final Set<String> ALWAYS =
      Set.of("Patient", "Practitioner", "Organization", "Binary");

  private final transient SimulationConfig config;

  Endpoint(SimulationConfig config) {
    super(FhirContext.forR4Cached());
    this.config = config;
  }

  @Override
  protected void initialize() {
    setServerName("Trägerakte");
    setServerVersion("7.3");
    setDefaultResponseEncoding(EncodingEnum.JSON);
    Stock stock = new Stock(config);
    Cursors cursors = new Cursors();
    List<IResourceProvider> cabinets = new ArrayList<>();
    for (String type : stock.types()) {
      if (ALWAYS.contains(type) || config.types().contains(type)) {
        cabinets.add(
            new Cabinet<>(
                FhirContext.forR4Cached()
                    .getResourceDefinition(type)
                    .getImplementingClass(Resource.class),
                stock,
                cursors));
      }
    }
    setResourceProviders(cabinets);
    registerInterceptor(new AsWritten());
  }

  /** Sends references as they were written: HAPI would make them relative and without versions. */
  @Interceptor
  public static final class AsWritten {
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public boolean send(IBaseResource answer, HttpServletResponse response) throws IOException {
      response.setContentType("application/fhir+json;charset=UTF-8");
      FhirContext.forR4Cached()
          .newJsonParser()
          .setStripVersionsFromReferences(false)
          .encodeResourceToWriter(answer, response.getWriter());
      return false;
    }
  }
}
