package net.sociallook.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sociallook.registry.RegistryProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Whether a caller may ask at all. */
@Component
class Guards {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final KnownInstitutions institutions;
  private final KnownStaff staff;
  private final String pageOrigin;

  Guards(KnownInstitutions institutions, KnownStaff staff, RegistryProperties properties) {
    this.institutions = institutions;
    this.staff = staff;
    this.pageOrigin = properties.page().origin().toString();
  }

  Optional<Problem> objection(PathTable.Guard guard, HttpServletRequest request) {
    return switch (guard) {
      case NONE -> objectionToForeignSite(request);
      case INSTITUTION ->
          unless(isKnownInstitution(request), Problem.UNKNOWN_CALLER)
              .or(() -> objectionToForeignSite(request));
      case GATEWAY -> unless(isGateway(request), Problem.UNKNOWN_CALLER);
      case PAGE -> objectionOfPage(request, pageOrigin, MediaType.APPLICATION_JSON);
      case FORM -> objectionOfPage(request, pageOrigin, MediaType.APPLICATION_FORM_URLENCODED);
      case STAFF -> objectionOfStaff(request, MediaType.APPLICATION_FORM_URLENCODED);
      case STAFF_UPLOAD -> objectionOfStaff(request, MediaType.MULTIPART_FORM_DATA);
      case STAFF_DOOR -> objectionOfStaffPage(request, MediaType.APPLICATION_FORM_URLENCODED);
    };
  }

  /** Whose session is over signs in again; others are told how to. */
  private Problem stranger(HttpServletRequest request) {
    boolean certified = Caller.certificate(request).isPresent();
    return !certified && staff.wasSignedIn(request) ? Problem.NO_SESSION : Problem.UNKNOWN_CALLER;
  }

  private Optional<Problem> objectionOfStaff(HttpServletRequest request, MediaType body) {
    return unless(isKnownInstitution(request) || staff.isSignedIn(request), stranger(request))
        .or(() -> objectionOfStaffPage(request, body));
  }

  private static Optional<Problem> objectionOfStaffPage(
      HttpServletRequest request, MediaType body) {
    return objectionOfPage(request, originOf(request), body);
  }

  private boolean isKnownInstitution(HttpServletRequest request) {
    return Caller.institution(request)
        .filter(caller -> institutions.contains(caller.id()))
        .isPresent();
  }

  private static boolean isGateway(HttpServletRequest request) {
    return Caller.of(request).filter(Caller.Gateway.class::isInstance).isPresent();
  }

  /**
   * A foreign site can make a browser send a form, but not with this origin: browsers set Origin on
   * every unsafe request and no script can change it. Sec-Fetch-Site says the same once more.
   */
  private static Optional<Problem> objectionOfPage(
      HttpServletRequest request, String pageOrigin, MediaType body) {
    if (SAFE.contains(request.getMethod())) {
      return Optional.empty();
    }
    boolean ownOrigin = headers(request, HttpHeaders.ORIGIN).equals(List.of(pageOrigin));
    List<String> site = headers(request, "Sec-Fetch-Site");
    if (!ownOrigin || !(site.isEmpty() || site.equals(List.of("same-origin")))) {
      return Optional.of(Problem.FOREIGN_ORIGIN);
    }
    boolean hasBody =
        request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    return unless(!hasBody || isOf(body, request), Problem.UNSUPPORTED_MEDIA_TYPE);
  }

  /**
   * A browser that holds an institution's certificate shows it whoever makes the browser call. So
   * what another site had it send is refused; systems do not send this header.
   */
  private static Optional<Problem> objectionToForeignSite(HttpServletRequest request) {
    List<String> site = headers(request, "Sec-Fetch-Site");
    boolean own = site.isEmpty() || List.of("same-origin", "none").containsAll(site);
    return unless(SAFE.contains(request.getMethod()) || own, Problem.FOREIGN_ORIGIN);
  }

  /** The port has several names; which one the browser used, no other site can choose. */
  private static String originOf(HttpServletRequest request) {
    return "https://" + request.getHeader(HttpHeaders.HOST);
  }

  private static List<String> headers(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }

  private static boolean isOf(MediaType wanted, HttpServletRequest request) {
    try {
      return request.getContentType() != null
          && wanted.equalsTypeAndSubtype(MediaType.parseMediaType(request.getContentType()));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static Optional<Problem> unless(boolean fine, Problem problem) {
    return fine ? Optional.empty() : Optional.of(problem);
  }
}
