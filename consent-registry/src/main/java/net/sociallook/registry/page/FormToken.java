package net.sociallook.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import net.sociallook.registry.session.Sessions;
import net.sociallook.registry.web.PageForward;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every form inside a session carries the session's token, so that what it does was asked for on a
 * page of this session. That it comes from the page's origin has been checked before.
 */
@Component
class FormToken implements HandlerInterceptor, WebMvcConfigurer {
  static final String FIELD = "form";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Sessions sessions;

  FormToken(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!SAFE.contains(request.getMethod())
        && isOfPage(handler)
        && !PageForward.isOfStaff(request)
        && !PageProblems.isShown(request)) {
      sessions.formToken(request).ifPresent(expected -> require(request, expected));
    }
    return true;
  }

  private static void require(HttpServletRequest request, String expected) {
    String given = Optional.ofNullable(request.getParameter(FIELD)).orElse("");
    if (!MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
      throw new Refused(Problem.FOREIGN_ORIGIN);
    }
  }

  private static boolean isOfPage(Object handler) {
    return handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith(FormToken.class.getPackageName() + ".");
  }
}
