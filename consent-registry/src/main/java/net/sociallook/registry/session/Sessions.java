package net.sociallook.registry.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.passkey.Bytes;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions of 30 minutes. The cookie holds a random value; the database holds its hash, so that who
 * reads the database cannot be anybody.
 */
@Component
public class Sessions {
  private static final Duration LENGTH = Duration.ofMinutes(30);

  private final JdbcClient database;
  private final Clock clock;
  private final boolean https;

  Sessions(JdbcClient database, Clock clock, RegistryProperties properties) {
    this.database = database;
    this.clock = clock;
    this.https = "https".equals(properties.page().origin().getScheme());
  }

  /** A new session and the cookie that carries it. */
  public record Opened(SignedIn signedIn, ResponseCookie cookie) {}

  public Opened open(UUID client) {
    Instant now = clock.instant();
    database
        .sql("delete from session where expires_at < :now")
        .param("now", Timestamp.from(now))
        .update();
    SignedIn signedIn = new SignedIn(client, now.plus(LENGTH));
    String value = Bytes.base64url(Bytes.random(32));
    database
        .sql("insert into session values (:hash, :client, :expiresAt)")
        .param("hash", hash(value))
        .param("client", client)
        .param("expiresAt", Timestamp.from(signedIn.expiresAt()))
        .update();
    return new Opened(signedIn, cookie(value, LENGTH));
  }

  /** Empty when the request carries no session, or one that is over. */
  Optional<SignedIn> of(HttpServletRequest request) {
    return valueOf(request)
        .flatMap(value ->
            database
                .sql("select * from session where token_hash = :hash and expires_at > :now")
                .param("hash", hash(value))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) ->
                    new SignedIn(
                        row.getObject("client", UUID.class),
                        row.getTimestamp("expires_at").toInstant()))
                .optional());
  }

  /** Ends the request's session, if it has one; returns the cookie that clears it. */
  ResponseCookie end(HttpServletRequest request) {
    valueOf(request)
        .ifPresent(value ->
            database
                .sql("delete from session where token_hash = :hash")
                .param("hash", hash(value))
                .update());
    return cookie("", Duration.ZERO);
  }

  private Optional<String> valueOf(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name()))
        .map(Cookie::getValue)
        .findFirst();
  }

  private ResponseCookie cookie(String value, Duration age) {
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

  private static byte[] hash(String value) {
    return Bytes.sha256(value.getBytes(StandardCharsets.UTF_8));
  }
}
