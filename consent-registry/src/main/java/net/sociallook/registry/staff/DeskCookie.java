package net.sociallook.registry.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.passkey.Bytes;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Remembers for two hours which caseworker was chosen: {@code caseworker.end.nonce.mac}. The MAC
 * also covers the institution, so that no other one can use it. Nothing is kept on the server, and
 * all nodes have the same key.
 */
@Component
class DeskCookie {
  static final String NAME = "__Host-staff";
  private static final Duration LIFE = Duration.ofHours(2);

  private final SecretKeySpec key;
  private final Clock clock;

  DeskCookie(RegistryProperties properties, Clock clock) {
    try {
      String master = Files.readString(properties.pseudonymKey()).strip();
      SecretKeySpec configured =
          new SecretKeySpec(Base64.getDecoder().decode(master), "HmacSHA256");
      this.key = new SecretKeySpec(hmac(configured, "staff-desk"), "HmacSHA256");
      this.clock = clock;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ResponseCookie of(InstitutionId institution, CaseworkerId person) {
    String end = String.valueOf(clock.instant().plus(LIFE).getEpochSecond());
    String said = person + "." + end + "." + Bytes.base64url(Bytes.random(16));
    return cookie(said + "." + mac(institution, said), LIFE);
  }

  static ResponseCookie none() {
    return cookie("", Duration.ZERO);
  }

  /** Who was chosen; empty where the cookie is missing, over, another institution's or forged. */
  Optional<CaseworkerId> read(HttpServletRequest request, InstitutionId institution) {
    return value(request)
        .map(value -> value.split("[.]", -1))
        .filter(parts -> parts.length == 4)
        .filter(parts -> isOurs(institution, parts))
        .filter(parts -> clock.instant().getEpochSecond() < Long.parseLong(parts[1]))
        .map(parts -> new CaseworkerId(parts[0]));
  }

  /** Only who has the cookie can know it. */
  static String formToken(HttpServletRequest request) {
    String value = value(request).orElse("");
    return Bytes.base64url(Bytes.sha256(("form " + value).getBytes(StandardCharsets.UTF_8)));
  }

  private boolean isOurs(InstitutionId institution, String[] parts) {
    String expected = mac(institution, parts[0] + "." + parts[1] + "." + parts[2]);
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), parts[3].getBytes(StandardCharsets.UTF_8));
  }

  private String mac(InstitutionId institution, String said) {
    return Bytes.base64url(hmac(key, institution + " " + said));
  }

  private static Optional<String> value(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .map(jakarta.servlet.http.Cookie::getValue);
  }

  private static byte[] hmac(SecretKeySpec with, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(with);
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256: missing (expected: in every JDK)", e);
    }
  }

  private static ResponseCookie cookie(String value, Duration life) {
    return ResponseCookie.from(NAME, value)
        .path("/")
        .httpOnly(true)
        .secure(true)
        .sameSite("Strict")
        .maxAge(life)
        .build();
  }
}
