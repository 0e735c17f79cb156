package net.sociallook.registry.page.arrive;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.link.InvitationCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The code between the two pages of arriving. A cookie, so that it stands in no address: addresses
 * are kept by proxies and in the history of a phone that others use too.
 */
@Component
class CodeCookie {
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final String name;
  private final boolean https;

  CodeCookie(RegistryProperties properties) {
    this.https = "https".equals(properties.page().origin().getScheme());
    this.name = https ? "__Host-invitation" : "invitation";
  }

  Optional<String> read(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, name))
        .map(jakarta.servlet.http.Cookie::getValue);
  }

  void write(HttpServletResponse response, InvitationCode code) {
    set(response, code.value(), LIFE);
  }

  void clear(HttpServletResponse response) {
    set(response, "", Duration.ZERO);
  }

  private void set(HttpServletResponse response, String value, Duration life) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .secure(https)
            .sameSite("Strict")
            .maxAge(life)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
