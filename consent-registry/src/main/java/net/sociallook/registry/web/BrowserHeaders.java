package net.sociallook.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sociallook.registry.RegistryProperties;
import org.springframework.stereotype.Component;

/**
 * What browsers are told with every answer: nothing from anywhere else, no script in the page
 * itself, no frame around it. Icons of the style are {@code data:} images.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
@Component
final class BrowserHeaders {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self';"
          + " img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types page";
  private static final String FEATURES =
      "publickey-credentials-get=(self), publickey-credentials-create=(self),"
          + " camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  private final Map<String, String> headers = new LinkedHashMap<>();

  BrowserHeaders(RegistryProperties properties) {
    headers.put("Content-Security-Policy", POLICY);
    headers.put("Permissions-Policy", FEATURES);
    // Not "no-referrer": browsers would then send "Origin: null" with the page's own forms.
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("X-Frame-Options", "DENY");
    if ("https".equals(properties.page().origin().getScheme())) {
      headers.put("Strict-Transport-Security", "max-age=63072000");
    }
  }

  void addTo(HttpServletResponse response) {
    headers.forEach(response::setHeader);
  }
}
