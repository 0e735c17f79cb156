package net.sociallook.registry.push.delivery;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.push.VapidKeys;

/**
 * Says to a push service who it is that tells.
 *
 * @param contact at which the push service reaches the operator
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</a>
 */
record Vapid(String contact) {
  /** RFC 8292 §2 allows 24 hours. */
  private static final Duration LIFE = Duration.ofHours(1);

  /** The header {@code Authorization}, good for this push service alone. */
  String authorization(URI endpoint, ECKey key, Instant now) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .audience(endpoint.getScheme() + "://" + endpoint.getRawAuthority())
            .expirationTime(Date.from(now.plus(LIFE)))
            .subject(contact)
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build(), claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("VAPID: not signed", e);
    }
    return "vapid t=" + token.serialize() + ", k=" + Bytes.base64url(VapidKeys.point(key));
  }
}
