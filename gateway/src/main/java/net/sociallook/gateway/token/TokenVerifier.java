package net.sociallook.gateway.token;

import static net.sociallook.gateway.token.RejectedToken.unless;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.sociallook.gateway.caller.Caller;
import net.sociallook.gateway.caller.Institutions;

/**
 * Verifies consent tokens. Thread-safe; does no I/O. All signatures of a token are verified once
 * and remembered under the SHA-256 of its text for at most its life; time, caller and certificate
 * are checked every time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068 §4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-3">RFC 8705 §3</a>
 */
public final class TokenVerifier {
  /** The longest token, in bytes. */
  public static final int MOST_BYTES = 6 * 1024;

  private static final Duration LONGEST_LIFE = Duration.ofSeconds(300);
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int MOST_REMEMBERED = 20_000;

  private final TokenKeys keys;
  private final Expectations expected;
  private final RoutingReader routing;
  private final EvidenceVerifier evidence;
  private final Cache<String, ConsentToken> verified =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(LONGEST_LIFE).build();

  public TokenVerifier(
      TokenKeys keys, Expectations expected, ClusterKeys cluster, Institutions institutions) {
    this.keys = keys;
    this.expected = expected;
    this.routing = new RoutingReader(cluster);
    this.evidence =
        new EvidenceVerifier(
            new PasskeySignature(expected.rpId(), expected.origin()), institutions);
  }

  /**
   * Verifies one token that one caller showed.
   *
   * @param text the compact form, as received
   */
  public Verdict verify(String text, Caller caller, Instant now) {
    if (text.length() > MOST_BYTES) {
      return new Verdict.Rejected(TokenFault.MALFORMED);
    }
    try {
      String key = Base64Url.encode(Digest.sha256(text.getBytes(StandardCharsets.UTF_8)));
      ConsentToken known = verified.getIfPresent(key);
      if (known != null) {
        checkUse(known.claims(), caller, now);
        return new Verdict.Accepted(known);
      }
      return verifyNew(key, text, new Use(caller, now));
    } catch (RejectedToken e) {
      return new Verdict.Rejected(e.fault());
    }
  }

  private record Use(Caller caller, Instant now) {}

  private Verdict verifyNew(String cacheKey, String text, Use use) {
    CompactJws jws = reading(TokenFault.MALFORMED, () -> CompactJws.parse(text, "at+jwt"));
    Optional<ECPublicKey> key = keys.find(jws.kid());
    if (key.isEmpty()) {
      return new Verdict.KeyUnknown();
    }
    unless(jws.isSignedBy(key.get()), TokenFault.SIGNATURE);
    Claims claims = reading(TokenFault.CLAIMS, () -> ClaimsReader.read(jws.payload()));
    checkUse(claims, use.caller(), use.now());
    RoutingReader.Opened opened =
        reading(TokenFault.ROUTING, () -> routing.open(claims.routing(), claims.jti()));
    unless(
        reading(TokenFault.EVIDENCE, () -> evidence.carries(opened.evidence(), claims)),
        TokenFault.EVIDENCE);
    ConsentToken token = new ConsentToken(claims, opened.routing());
    verified.put(cacheKey, token);
    return new Verdict.Accepted(token);
  }

  private void checkUse(Claims claims, Caller caller, Instant now) {
    boolean ours =
        claims.issuer().equals(expected.issuer()) && claims.audience().equals(expected.audience());
    unless(ours, TokenFault.OTHER_PARTY);
    Duration life = Duration.between(claims.issuedAt(), claims.expiresAt());
    Instant latest = now.plus(SKEW);
    boolean alive =
        now.isBefore(claims.expiresAt())
            && !claims.notBefore().isAfter(latest)
            && !claims.issuedAt().isAfter(latest)
            && life.isPositive()
            && life.compareTo(LONGEST_LIFE) <= 0;
    unless(alive, TokenFault.TIME);
    boolean callers =
        claims.recipient().equals(caller.institution().id())
            && claims.thumbprint().equals(caller.thumbprint());
    unless(callers, TokenFault.OTHER_CALLER);
  }

  /** Whatever a reader finds wrong is this fault; its message is for developers. */
  private static <T> T reading(TokenFault fault, Reader<T> reader) {
    try {
      return reader.read();
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new RejectedToken(fault);
    }
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read();
  }
}
