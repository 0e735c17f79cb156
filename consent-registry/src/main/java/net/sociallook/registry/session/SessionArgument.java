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
 * {@link SignedIn} and {@link Person} as parameters of controllers: refused without a session.
 * {@code Optional} of them is for the few endpoints that work both ways. Where the parameter is not
 * {@link WithinReach}, nothing is there for who acts for a client.
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
    Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
    return type == SignedIn.class || type == Person.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer view,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest http =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    Optional<?> found =
        parameter.nestedIfOptional().getNestedParameterType() == Person.class
            ? sessions.person(http)
            : signedIn(parameter, http);
    return parameter.getParameterType() == Optional.class
        ? found
        : found.orElseThrow(() -> new Refused(Problem.NO_SESSION));
  }

  private Optional<SignedIn> signedIn(MethodParameter parameter, HttpServletRequest request) {
    Optional<SignedIn> signedIn = sessions.of(request);
    boolean beyond = signedIn.filter(one -> one.reach().acting().isPresent()).isPresent();
    if (beyond && !parameter.hasParameterAnnotation(WithinReach.class)) {
      throw new Refused(Problem.NOT_FOUND);
    }
    return signedIn;
  }
}
