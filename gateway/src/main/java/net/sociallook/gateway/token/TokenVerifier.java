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
import net.sociallook.consent.Requester;
import net.sociallook.gateway.caller.Caller;
import net.sociallook.gateway.caller.Institution;
import net.sociallook.gateway.caller.Institutions;

/**
 * Verifies tokens: consent tokens of institutions, and own-access tokens of the client page.
 * Thread-safe; does no I/O. All signatures of a token are verified once and remembered under the
 * SHA-256 of its text for at most its life; time, caller and certificate are checked every time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068 §4</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8705#section-3">RFC 8705 §3</a>
 */
public final class TokenVerifier {
  /** The longest token, in bytes. */
  public static final int MOST_BYTES = 6 * 1024;

  private static final Duration LONGEST_LIFE = Duration.ofSeconds(300);
  private static final Duration LONGEST_OWN_LIFE = Duration.ofSeconds(60);
  private static final String CONSENT = "at+jwt";
  private static final String OWN_ACCESS = "sociallook-own-access+jwt";
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int MOST_REMEMBERED = 20_000;

  private final TokenKeys keys;
  private final Expectations expected;
  private final RoutingReader routing;
  private final EvidenceVerifier evidence;
  private final OwnAccess own;
  private final Cache<String, AccessToken> verified =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(LONGEST_LIFE).build();

  public TokenVerifier(
      TokenKeys keys, Expectations expected, ClusterKeys cluster, Institutions institutions) {
    this.keys = keys;
    this.expected = expected;
    this.routing = new RoutingReader(cluster);
    PasskeySignature passkey = new PasskeySignature(expected.rpId(), expected.origin());
    this.evidence = new EvidenceVerifier(passkey, institutions);
    this.own = new OwnAccess(new SignInVerifier(passkey, institutions), institutions);
  }

  /** What own access is verified with. */
  private record OwnAccess(SignInVerifier signIns, Institutions institutions) {}

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
      AccessToken known = verified.getIfPresent(key);
      if (known != null) {
        checkUse(known.envelope(), new Use(caller, now));
        return new Verdict.Accepted(known);
      }
      return verifyNew(key, text, new Use(caller, now));
    } catch (RejectedToken e) {
      return new Verdict.Rejected(e.fault());
    }
  }

  private record Use(Caller caller, Instant now) {
    /** Which kind of token this caller can have; there is no choice in it. */
    String typ() {
      return switch (caller) {
        case Caller.OfInstitution institution -> CONSENT;
        case Caller.ClientPage page -> OWN_ACCESS;
      };
    }

    Duration longest() {
      return switch (caller) {
        case Caller.OfInstitution institution -> LONGEST_LIFE;
        case Caller.ClientPage page -> LONGEST_OWN_LIFE;
      };
    }
  }

  private Verdict verifyNew(String cacheKey, String text, Use use) {
    CompactJws jws = reading(TokenFault.MALFORMED, () -> CompactJws.parse(text, use.typ()));
    Optional<ECPublicKey> key = keys.find(jws.kid());
    if (key.isEmpty()) {
      return new Verdict.KeyUnknown();
    }
    unless(jws.isSignedBy(key.get()), TokenFault.SIGNATURE);
    AccessToken token =
        switch (use.caller()) {
          case Caller.OfInstitution institution -> consent(jws, use);
          case Caller.ClientPage page -> own(jws, use);
        };
    verified.put(cacheKey, token);
    return new Verdict.Accepted(token);
  }

  private ConsentToken consent(CompactJws jws, Use use) {
    Claims claims = reading(TokenFault.CLAIMS, () -> ClaimsReader.read(jws.payload()));
    checkUse(claims.envelope(), use);
    RoutingReader.Opened opened =
        reading(TokenFault.ROUTING, () -> routing.open(claims.routing(), claims.envelope().jti()));
    unless(
        reading(TokenFault.EVIDENCE, () -> evidence.carries(opened, claims, use.now())),
        TokenFault.EVIDENCE);
    return new ConsentToken(claims, opened.routing());
  }

  private OwnAccessToken own(CompactJws jws, Use use) {
    OwnClaims claims = reading(TokenFault.CLAIMS, () -> OwnClaimsReader.read(jws.payload()));
    checkUse(claims.envelope(), use);
    Optional<OwnAccessToken.Preview> preview = claims.draft().map(this::preview);
    RoutingReader.Opened opened =
        reading(TokenFault.ROUTING, () -> routing.open(claims.routing(), claims.envelope().jti()));
    unless(
        reading(TokenFault.EVIDENCE, () -> own.signIns().carries(opened, claims, use.now())),
        TokenFault.EVIDENCE);
    return new OwnAccessToken(claims, opened.routing(), preview);
  }

  /** Of what kind a recipient is, this node knows itself. */
  private OwnAccessToken.Preview preview(OwnClaims.Draft draft) {
    Institution recipient =
        own.institutions()
            .find(draft.recipient())
            .orElseThrow(() -> new RejectedToken(TokenFault.CLAIMS));
    return new OwnAccessToken.Preview(
        new Requester(recipient.id(), recipient.kind(), draft.caseworker(), draft.team()),
        draft.provisions());
  }

  private void checkUse(Envelope claims, Use use) {
    boolean ours =
        claims.issuer().equals(expected.issuer()) && claims.audience().equals(expected.audience());
    unless(ours, TokenFault.OTHER_PARTY);
    Envelope.Life life = claims.life();
    Duration span = Duration.between(life.issuedAt(), life.expiresAt());
    Instant latest = use.now().plus(SKEW);
    boolean alive =
        use.now().isBefore(life.expiresAt())
            && !life.notBefore().isAfter(latest)
            && !life.issuedAt().isAfter(latest)
            && span.isPositive()
            && span.compareTo(use.longest()) <= 0;
    unless(alive, TokenFault.TIME);
    boolean callers =
        claims.bearer().equals(use.caller().id())
            && claims.thumbprint().equals(use.caller().thumbprint());
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
