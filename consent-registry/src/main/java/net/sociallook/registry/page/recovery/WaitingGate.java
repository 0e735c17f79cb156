package net.sociallook.registry.page.recovery;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import net.sociallook.registry.link.Recoveries;
import net.sociallook.registry.session.Sessions;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What an access that waits can open: the data of the institution that invited, and what explains
 * itself. There is nothing for it to see elsewhere, and nothing is to be begun there either.
 */
@Component
class WaitingGate implements HandlerInterceptor, WebMvcConfigurer {
  private static final List<String> OPEN =
      List.of(
          "/recovery",
          "/own",
          "/arrive",
          "/assets",
          "/help",
          "/privacy",
          "/accessibility",
          "/language",
          "/sign-in",
          "/sign-out",
          "/signed-out",
          "/offline",
          "/manifest.webmanifest",
          "/service-worker.js",
          "/api/own",
          "/api/session",
          "/api/links",
          "/api/invitations");

  private final Sessions sessions;
  private final Recoveries recoveries;

  WaitingGate(Sessions sessions, Recoveries recoveries) {
    this.sessions = sessions;
    this.recoveries = recoveries;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      // the request has passed already, and a page that says what went wrong needs no database
      return true;
    }
    String path = request.getRequestURI();
    if (OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"))
        || !isWaiting(request)) {
      return true;
    }
    if (path.startsWith("/api/")) {
      throw new Refused(Problem.NOT_LINKED);
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/recovery");
    return false;
  }

  private boolean isWaiting(HttpServletRequest request) {
    return sessions
        .person(request)
        .flatMap(person -> recoveries.ofWaiting(person.id()))
        .filter(recovery -> recovery.stand().end().isEmpty())
        .isPresent();
  }
}
