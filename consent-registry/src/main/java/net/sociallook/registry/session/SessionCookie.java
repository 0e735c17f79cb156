package net.sociallook.registry.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that carries a session.
 *
 * @param https whether browsers reach the page so
 */
record SessionCookie(boolean https) {

  Optional<String> read(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name()))
        .map(Cookie::getValue)
        .findFirst();
  }

  ResponseCookie of(String value, Duration age) {
    return ResponseCookie.from(name(), value)
        .path("/")
        .httpOnly(true)
        .secure(https)
        .sameSite("Strict")
        .maxAge(age)
        .build();
  }

  /** The prefix makes browsers refuse the cookie from anywhere but this very host. */
  private String name() {
    return https ? "__Host-session" : "session";
  }
}
