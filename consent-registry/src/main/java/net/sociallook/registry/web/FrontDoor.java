package net.sociallook.registry.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is decided about a request before it reaches a feature: does the path answer on
 * this port, may the caller ask, is the body small enough.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FrontDoor extends OncePerRequestFilter {
  private final Listeners listeners;
  private final Guards guards;
  private final BrowserHeaders browserHeaders;
  private final JsonMapper json;

  FrontDoor(Listeners listeners, Guards guards, BrowserHeaders browserHeaders, JsonMapper json) {
    this.listeners = listeners;
    this.guards = guards;
    this.browserHeaders = browserHeaders;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    Optional<Port> port = listeners.at(request.getLocalPort());
    if (port.equals(Optional.of(Port.BROWSER)) || PageForward.isOfStaff(request)) {
      browserHeaders.addTo(response);
    }
    PageForward.markIfPage(request, port);
    Optional<PathTable.Entry> entry =
        PathTable.find(ServletRequestPathUtils.parseAndCache(request).pathWithinApplication())
            .filter(found -> port.equals(Optional.of(found.port())));
    if (entry.isEmpty()) {
      refuse(request, response, Problem.NOT_FOUND);
      return;
    }
    int largest = entry.get().largestBody();
    Optional<Problem> objection = guards.objection(entry.get().guard(), request);
    if (request.getContentLengthLong() > largest) {
      if (objection.isEmpty() && entry.get().takesFile()) {
        BodyLimit.drain(request);
      }
      objection = Optional.of(Problem.TOO_LARGE);
    }
    if (objection.isPresent()) {
      refuse(request, response, objection.get());
      return;
    }
    rest.doFilter(new BodyLimit(request, largest), response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws ServletException, IOException {
    if (PageForward.isWanted(request)) {
      PageForward.forward(request, response, problem);
      return;
    }
    Refusal refusal = Refusal.of(problem.body(), request.getRequestURI());
    response.setStatus(problem.status().value());
    response.setContentType(refusal.type().toString());
    json.writeValue(response.getOutputStream(), refusal.body());
  }
}
