package net.sociallook.registry.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * {@link SignedIn} as a parameter of controllers: refused without a session. {@code
 * Optional<SignedIn>} is for the few endpoints that work both ways.
 */
@Component
class SessionArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  private final Sessions sessions;

  SessionArgument(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.nestedIfOptional().getNestedParameterType() == SignedIn.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer view,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Optional<SignedIn> signedIn =
        sessions.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    return parameter.getParameterType() == Optional.class
        ? signedIn
        : signedIn.orElseThrow(() -> new Refused(Problem.NO_SESSION));
  }
}
