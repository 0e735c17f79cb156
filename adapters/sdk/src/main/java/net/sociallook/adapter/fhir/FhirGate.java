package net.sociallook.adapter.fhir;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.sociallook.adapter.assertion.Admission;
import net.sociallook.adapter.assertion.AssertionCheck;
import net.sociallook.adapter.assertion.ReceivedRequest;
import net.sociallook.adapter.link.Pseudonym;
import net.sociallook.adapter.link.PseudonymStore;
import net.sociallook.adapter.search.Parameters;
import net.sociallook.adapter.search.ResourceKind;
import net.sociallook.adapter.search.Search;
import net.sociallook.adapter.search.SearchParser;
import net.sociallook.adapter.server.Caller;
import net.sociallook.adapter.server.Outcome;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;

/**
 * Stands before everything below {@code /fhir}: who calls, what is asked for, was it decided by a
 * gateway, whom is it about. What passes is a {@link ClientRequest} or the request for the
 * CapabilityStatement; nothing has been asked of the existing system by then.
 */
public final class FhirGate extends HttpFilter {
  private static final String ASSERTION = "SocialLook-Assertion";

  private final AssertionCheck assertions;
  private final PseudonymStore pseudonyms;
  private final Set<String> gateways;
  private final Set<ResourceKind> offered;
  private final SearchParser searches;

  /**
   * @param gateways the nodes that may call; empty when every node of the trust anchor may
   * @param surface what can be asked for
   */
  public FhirGate(
      AssertionCheck assertions, PseudonymStore pseudonyms, Set<String> gateways, Surface surface) {
    this.assertions = assertions;
    this.pseudonyms = pseudonyms;
    this.gateways = Set.copyOf(gateways);
    this.offered = Set.copyOf(surface.kinds());
    this.searches = new SearchParser(surface.zone());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      admit(request).ifPresent(admitted -> admitted.attachTo(request));
    } catch (RefusedException e) {
      if (e.refusal() == Refusal.METHOD_NOT_ALLOWED) {
        response.setHeader("Allow", "GET");
      }
      if (hasBody(request)) {
        // It is not read, and must not be taken for the next request.
        response.setHeader("Connection", "close");
      }
      Outcome.send(response, e.refusal());
      return;
    }
    chain.doFilter(request, response);
  }

  private Optional<ClientRequest> admit(HttpServletRequest request) {
    String node = node(request);
    FhirTarget target = target(request);
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    if (target instanceof FhirTarget.Metadata) {
      Parameters.parse(query, Set.of());
      return Optional.empty();
    }
    Pseudonym patient = patient(node, request);
    Optional<Search> search = search(target, query, patient);
    String localId = pseudonyms.localId(patient).orElseThrow(refused(Refusal.NOT_FOUND));
    return Optional.of(new ClientRequest(target, patient, localId, search));
  }

  private String node(HttpServletRequest request) {
    if (Caller.of(request) instanceof Caller.GatewayNode(String node)
        && (gateways.isEmpty() || gateways.contains(node))) {
      return node;
    }
    throw new RefusedException(Refusal.CERTIFICATE_NOT_ALLOWED);
  }

  private FhirTarget target(HttpServletRequest request) {
    FhirTarget target =
        FhirTarget.parse(request.getRequestURI(), offered)
            .orElseThrow(refused(Refusal.UNKNOWN_PATH));
    if (target instanceof FhirTarget.NotKept) {
      // Before it is looked whom it is about: the answer is the same for everybody.
      throw new RefusedException(Refusal.KIND_NOT_KEPT);
    }
    if (!request.getMethod().equals("GET")) {
      throw new RefusedException(Refusal.METHOD_NOT_ALLOWED);
    }
    if (hasBody(request)) {
      throw new RefusedException(Refusal.MALFORMED_REQUEST);
    }
    if (!(target instanceof FhirTarget.OpenAttachment)
        && !Accepts.json(headers(request, "Accept"))) {
      throw new RefusedException(Refusal.NOT_ACCEPTABLE);
    }
    return target;
  }

  private Pseudonym patient(String node, HttpServletRequest request) {
    List<String> headers = headers(request, ASSERTION);
    Optional<String> assertion =
        headers.size() == 1 ? Optional.of(headers.getFirst()) : Optional.empty();
    String query = request.getQueryString();
    String sent = request.getRequestURI() + (query == null ? "" : "?" + query);
    Admission admission =
        assertions.check(new ReceivedRequest(node, request.getMethod(), sent, assertion));
    return switch (admission) {
      case Admission.Admitted(Pseudonym patient) -> patient;
      case Admission.Refused(Refusal refusal) -> throw new RefusedException(refusal);
    };
  }

  private Optional<Search> search(FhirTarget target, String query, Pseudonym patient) {
    if (!(target instanceof FhirTarget.Search(ResourceKind kind))) {
      Parameters.parse(query, Set.of());
      return Optional.empty();
    }
    Search search = searches.parse(kind, query);
    if (search.patient().isPresent() && !search.patient().get().equals(patient.value())) {
      throw new RefusedException(Refusal.ASSERTION_PATIENT);
    }
    return Optional.of(search);
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  private static List<String> headers(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }

  private static Supplier<RefusedException> refused(Refusal refusal) {
    return () -> new RefusedException(refusal);
  }

  /**
   * What can be asked for.
   *
   * @param zone in which dates without a time are meant
   */
  public record Surface(Set<ResourceKind> kinds, ZoneId zone) {}
}
