package net.sociallook.testbed.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a message says who sent it, as push services want it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</a>
 */
final class VapidCheck {
  private static final Pattern HEADER =
      Pattern.compile("vapid t=([A-Za-z0-9_.-]+), k=([A-Za-z0-9_-]{87})");
  private static final Duration LONGEST = Duration.ofHours(24);

  private VapidCheck() {}

  /** What is wrong; empty where all is right. */
  static String fault(String authorization, String origin) {
    Matcher header = HEADER.matcher(authorization);
    if (!header.matches()) {
      return "authorization: missing or malformed";
    }
    try {
      SignedJWT token = SignedJWT.parse(header.group(1));
      return faultOf(token, new Base64URL(header.group(2)).decode(), origin);
    } catch (ParseException | JOSEException | IllegalStateException e) {
      return "token: unreadable";
    }
  }

  private static String faultOf(SignedJWT token, byte[] point, String origin)
      throws ParseException, JOSEException {
    ECKey key =
        new ECKey.Builder(
                Curve.P_256,
                Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
            .build();
    boolean signed =
        JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
            && token.verify(new ECDSAVerifier(key));
    JWTClaimsSet claims = token.getJWTClaimsSet();
    Instant now = Instant.now();
    Instant end = claims.getExpirationTime().toInstant();
    if (!signed) {
      return "signature: of somebody else";
    }
    if (!claims.getAudience().equals(List.of(origin))) {
      return "aud: " + claims.getAudience();
    }
    if (end.isBefore(now) || end.isAfter(now.plus(LONGEST))) {
      return "exp: " + end;
    }
    return claims.getSubject() == null ? "sub: missing" : "";
  }
}
