package net.sociallook.registry.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every form of a caseworker carries the token of her cookie. That it comes from the page's origin
 * has been checked before.
 */
@Component
class StaffForms implements HandlerInterceptor, WebMvcConfigurer {
  private final Desks desks;

  StaffForms(Desks desks) {
    this.desks = desks;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns("/staff/**")
        .excludePathPatterns("/staff/sign-in", "/staff/passkey/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getMethod().equals("POST") && isOfPage(handler)) {
      desks.of(request).ifPresent(desk -> require(request, desk.formToken()));
    }
    return true;
  }

  private static void require(HttpServletRequest request, String expected) {
    String given = Optional.ofNullable(request.getParameter("form")).orElse("");
    if (!MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
      throw new Refused(Problem.FOREIGN_ORIGIN);
    }
  }

  private static boolean isOfPage(Object handler) {
    return handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith(StaffForms.class.getPackageName() + ".");
  }
}
