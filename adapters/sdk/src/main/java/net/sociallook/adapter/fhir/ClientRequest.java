package net.sociallook.adapter.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import net.sociallook.adapter.link.Pseudonym;

/**
 * A request that passed all checks and is about one client.
 *
 * @param localId the existing system's own id of that client
 * @param search present when the target is a search
 */
record ClientRequest(
    FhirTarget target, Pseudonym patient, String localId, Optional<DocumentSearch> search) {
  private static final String ATTRIBUTE = ClientRequest.class.getName();

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** What the gate attached; that there is nothing is a defect. */
  static ClientRequest of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof ClientRequest admitted) {
      return admitted;
    }
    throw new IllegalStateException("request: not admitted");
  }
}
