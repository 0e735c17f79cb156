package net.sociallook.registry.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import net.sociallook.registry.token.key.SigningKeys;

/** Tells a token of this registry from anything else. Whether it still counts is not asked here. */
public final class TokenVerifier {
  private final SigningKeys keys;
  private final String issuer;

  public TokenVerifier(SigningKeys keys, String issuer) {
    this.keys = keys;
    this.issuer = issuer;
  }

  /** The claims, if one of the published keys signed them here; expired tokens included. */
  public Optional<JWTClaimsSet> verify(String token) {
    if (token.length() > TokenSigner.MOST_BYTES) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWSHeader header = jwt.getHeader();
      JWK key = keys.published().getKeyByKeyId(header.getKeyID());
      if (key == null || !isOurs(header) || !jwt.verify(new ECDSAVerifier(key.toECKey()))) {
        return Optional.empty();
      }
      return Optional.of(jwt.getJWTClaimsSet()).filter(claims -> issuer.equals(claims.getIssuer()));
    } catch (ParseException | JOSEException | IllegalStateException notOurs) {
      return Optional.empty();
    }
  }

  private static boolean isOurs(JWSHeader header) {
    return JWSAlgorithm.ES256.equals(header.getAlgorithm())
        && TokenSigner.TYPE.equals(header.getType())
        && header.getCriticalParams() == null;
  }
}
