package net.sociallook.registry.staff.invite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.link.Inviting;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The code of the invitation that was made last, in the browser that made it and as long as the
 * code is good: the registry keeps only its hash, and an address would be kept by others.
 */
@Component
class SheetCookie {
  private static final String NAME = "__Host-sheet";
  private static final Duration LIFE = Duration.ofMinutes(15);

  void write(HttpServletResponse response, Inviting.Opened opened) {
    ResponseCookie cookie =
        ResponseCookie.from(NAME, opened.id() + "." + opened.code())
            .path("/")
            .httpOnly(true)
            .secure(true)
            .sameSite("Strict")
            .maxAge(LIFE)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /** The code of this invitation; empty where it is another's or was made elsewhere. */
  Optional<String> read(HttpServletRequest request, UUID invitation) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .map(jakarta.servlet.http.Cookie::getValue)
        .filter(value -> value.matches(invitation + "[.][A-Z2-7]{12}"))
        .map(value -> value.substring(value.indexOf('.') + 1));
  }
}
