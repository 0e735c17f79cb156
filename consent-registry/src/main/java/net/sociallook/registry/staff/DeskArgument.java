package net.sociallook.registry.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
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

/** {@link Desk} as a parameter of controllers: refused where nobody was chosen. */
@Component
class DeskArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  private final Desks desks;

  DeskArgument(Desks desks) {
    this.desks = desks;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Desk.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer view,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return desks
        .of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)))
        .orElseThrow(() -> new Refused(Problem.NO_SESSION));
  }
}
