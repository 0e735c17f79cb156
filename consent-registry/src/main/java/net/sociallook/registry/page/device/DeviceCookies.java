package net.sociallook.registry.page.device;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.device.DeviceOffers;
import net.sociallook.registry.link.InvitationCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The code of an offer, in the browser that made it and in the one that brings it. Cookies, since
 * the registry keeps only a hash, and addresses are kept by others.
 */
@Component
class DeviceCookies {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final String OFFERED = "device-offer";
  private static final String BROUGHT = "device-code";

  private final boolean https;

  DeviceCookies(RegistryProperties properties) {
    this.https = "https".equals(properties.page().origin().getScheme());
  }

  void writeOffered(HttpServletResponse response, DeviceOffers.Opened opened) {
    write(response, OFFERED, opened.id() + "." + opened.code().value());
  }

  /** The code of this offer; empty where it is another's or was made elsewhere. */
  Optional<InvitationCode> readOffered(HttpServletRequest request, UUID offer) {
    return read(request, OFFERED)
        .filter(value -> value.matches(offer + "[.][A-Z2-7]{12}"))
        .map(value -> InvitationCode.typed(value.substring(value.indexOf('.') + 1)));
  }

  void writeBrought(HttpServletResponse response, InvitationCode code) {
    write(response, BROUGHT, code.value());
  }

  Optional<InvitationCode> readBrought(HttpServletRequest request) {
    return read(request, BROUGHT).map(InvitationCode::typed);
  }

  private Optional<String> read(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, full(name)))
        .map(jakarta.servlet.http.Cookie::getValue);
  }

  private void write(HttpServletResponse response, String name, String value) {
    ResponseCookie cookie =
        ResponseCookie.from(full(name), value)
            .path("/")
            .httpOnly(true)
            .secure(https)
            .sameSite("Strict")
            .maxAge(LIFE)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private String full(String name) {
    return https ? "__Host-" + name : name;
  }
}
