package net.sociallook.registry.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * How what went wrong is shown to a person: the request is forwarded to {@link #PATH}. That path is
 * not in the {@link PathTable}, so nobody can ask for it.
 */
public final class PageForward {
  public static final String PATH = "/problem";
  private static final String STAFF = "/staff";
  private static final String WANTED = PageForward.class.getName() + ".wanted";
  private static final String PROBLEM = PageForward.class.getName() + ".problem";

  private PageForward() {}

  /** Marks a request of a browser for a page. */
  static void markIfPage(HttpServletRequest request, Optional<Port> port) {
    String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
    if ((port.equals(Optional.of(Port.BROWSER)) || isOfStaff(request))
        && !request.getRequestURI().startsWith("/api/")
        && accept.contains("text/html")) {
      request.setAttribute(WANTED, true);
    }
  }

  /** Whether the request is for the page of the institutions' staff, also once it is forwarded. */
  public static boolean isOfStaff(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    String path = asked == null ? request.getRequestURI() : asked.toString();
    return path.equals(STAFF) || path.startsWith(STAFF + "/");
  }

  /** Whether the answer is to be a page. Only once: the page of a problem can fail too. */
  static boolean isWanted(HttpServletRequest request) {
    return request.getAttribute(WANTED) != null && problemOf(request).isEmpty();
  }

  static void forward(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws ServletException, IOException {
    set(request, problem);
    request.getRequestDispatcher(PATH).forward(request, response);
  }

  /** To be followed by a forward. */
  public static void set(HttpServletRequest request, Problem problem) {
    request.setAttribute(PROBLEM, problem);
  }

  /** What went wrong with a request that was forwarded. */
  public static Optional<Problem> problemOf(HttpServletRequest request) {
    return Optional.ofNullable((Problem) request.getAttribute(PROBLEM));
  }
}
