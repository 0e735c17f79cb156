package net.sociallook.registry.staff;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.Bytes;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Sessions of an hour, each opened with the passkey of one caseworker. The cookie holds a random
 * value, the database its hash. A session ends with its passkey.
 */
@Component
public class StaffSessions {
  static final String NAME = "__Host-staff-session";
  private static final Duration LIFE = Duration.ofHours(1);

  private final JdbcClient database;
  private final Clock clock;

  StaffSessions(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whose session it is; whether the directory still has her is not asked here. */
  record Seated(InstitutionId institution, CaseworkerId person) {}

  /** The cookie of a new session. It has no end of its own, so that an ended one is recognised. */
  public ResponseCookie open(byte[] credentialId) {
    Timestamp now = Timestamp.from(clock.instant());
    database.sql("delete from staff_session where expires_at < :now").param("now", now).update();
    String value = Bytes.base64url(Bytes.random(32));
    database
        .sql("insert into staff_session values (:hash, :credential, :expiresAt)")
        .param("hash", hash(value))
        .param("credential", credentialId)
        .param("expiresAt", Timestamp.from(clock.instant().plus(LIFE)))
        .update();
    return cookie(value).build();
  }

  Optional<Seated> of(HttpServletRequest request) {
    return value(request)
        .flatMap(value ->
            database
                .sql(
                    """
                    select p.institution, p.caseworker
                    from staff_session s join staff_passkey p using (credential_id)
                    where s.token_hash = :hash and s.expires_at > :now and p.ended_at is null\
                    """)
                .param("hash", hash(value))
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) ->
                    new Seated(
                        new InstitutionId(row.getString("institution")),
                        new CaseworkerId(row.getString("caseworker"))))
                .optional());
  }

  /** Whether the browser had a session, alive or not. */
  static boolean isNamed(HttpServletRequest request) {
    return value(request).isPresent();
  }

  static String formToken(HttpServletRequest request) {
    return Bytes.base64url(hash("form " + value(request).orElse("")));
  }

  /** Ends the session of the request, if there is one. */
  public void end(HttpServletRequest request) {
    value(request)
        .ifPresent(value ->
            database
                .sql("delete from staff_session where token_hash = :hash")
                .param("hash", hash(value))
                .update());
  }

  static ResponseCookie none() {
    return cookie("").maxAge(Duration.ZERO).build();
  }

  private static Optional<String> value(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
  }

  private static byte[] hash(String value) {
    return Bytes.sha256(value.getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
    return ResponseCookie.from(NAME, value)
        .path("/")
        .httpOnly(true)
        .secure(true)
        .sameSite("Strict");
  }
}
