package net.sociallook.adapter.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import net.sociallook.adapter.link.Pseudonym;
import net.sociallook.adapter.search.ResourceKind;
import net.sociallook.adapter.search.Search;

/**
 * A request that passed all checks and is about one client.
 *
 * @param localId the existing system's own id of that client
 * @param search present when the target is a search
 */
record ClientRequest(
    FhirTarget target, Pseudonym patient, String localId, Optional<Search> search) {
  private static final String ATTRIBUTE = ClientRequest.class.getName();

  /**
   * The existing system's id of the record to be read; empty where none can be meant: the only
   * patient there is is the one whom the request is about.
   */
  Optional<String> recordId() {
    if (!(target instanceof FhirTarget.Read(ResourceKind kind, String id))) {
      throw new IllegalStateException("target: nothing to be read");
    }
    if (kind != ResourceKind.PATIENT) {
      return Optional.of(id);
    }
    return id.equals(patient.value()) ? Optional.of(localId) : Optional.empty();
  }

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
