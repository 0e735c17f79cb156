package net.sociallook.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.web.PageForward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a request: what was chosen on the page, else what the browser asks for. */
@Component("localeResolver")
class LanguageChoice implements LocaleResolver {
  private static final Duration KEPT = Duration.ofDays(365);

  private final boolean https;

  LanguageChoice(RegistryProperties properties) {
    this.https = "https".equals(properties.page().origin().getScheme());
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    jakarta.servlet.http.Cookie cookie = WebUtils.getCookie(request, name());
    PageLanguage language =
        (cookie == null
                ? java.util.Optional.<PageLanguage>empty()
                : PageLanguage.ofTag(cookie.getValue()))
            .orElseGet(() -> PageLanguage.bestFor(wantedBy(request)));
    return (PageForward.isOfStaff(request) ? language.ofStaff() : language).locale();
  }

  /** Without the header a servlet container would answer with the locale of this machine. */
  private static List<Locale> wantedBy(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
        ? List.of()
        : Collections.list(request.getLocales());
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("locale: set (expected: chosen by the cookie)");
  }

  void choose(HttpServletResponse response, PageLanguage language) {
    ResponseCookie cookie =
        ResponseCookie.from(name(), language.tag())
            .path("/")
            .httpOnly(true)
            .secure(https)
            .sameSite("Lax")
            .maxAge(KEPT)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private String name() {
    return https ? "__Host-language" : "language";
  }
}
