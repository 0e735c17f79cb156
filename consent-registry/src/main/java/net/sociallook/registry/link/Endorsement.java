package net.sociallook.registry.link;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.reach.Order;

/**
 * What an endorsement of a client's key has to say.
 *
 * @param institution who endorses
 * @param invitation the one the client accepted
 * @param keyHash base64url SHA-256 of salt and public key
 * @param pseudonym whose key that is, so that nobody can put it to another client's name
 * @param order of a representative; empty where the key is the client's own
 * @param replaces base64url hash of the key that it takes the place of; empty for the first one
 */
record Endorsement(
    Institution institution,
    UUID invitation,
    String keyHash,
    String pseudonym,
    Optional<Order> order,
    Optional<String> replaces) {
  private static final JOSEObjectType TYPE = new JOSEObjectType("sociallook-endorsement+jwt");
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final Set<String> CLAIMS = Set.of("iss", "iat", "jti", "patient", "key_hash");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  /** Whether this compact JWS says exactly that, signed by the institution. */
  boolean isSaidBy(String jws, Instant notBefore, Instant now) {
    try {
      SignedJWT signed = SignedJWT.parse(jws);
      JWSHeader header = signed.getHeader();
      Map<String, ECKey> keys = institution.signingKeys();
      return header.getIncludedParams().equals(HEADER)
          && JWSAlgorithm.ES256.equals(header.getAlgorithm())
          && TYPE.equals(header.getType())
          && keys.containsKey(header.getKeyID())
          && signed.verify(new ECDSAVerifier(keys.get(header.getKeyID())))
          && says(signed.getJWTClaimsSet(), notBefore, now);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return false;
    }
  }

  /** When it was made, as it says itself. */
  static Instant issuedAt(String jws) {
    try {
      return SignedJWT.parse(jws).getJWTClaimsSet().getIssueTime().toInstant();
    } catch (ParseException e) {
      throw new IllegalStateException("endorsement: unreadable (expected: as accepted)", e);
    }
  }

  /** Hash of the key that it says is replaced, base64url. */
  static Optional<String> replaced(String jws) {
    try {
      return Optional.ofNullable(SignedJWT.parse(jws).getJWTClaimsSet().getStringClaim("replaces"));
    } catch (ParseException e) {
      throw new IllegalStateException("endorsement: unreadable (expected: as accepted)", e);
    }
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>(CLAIMS);
    order.ifPresent(one -> names.add("representative"));
    replaces.ifPresent(hash -> names.add("replaces"));
    return names;
  }

  private boolean says(JWTClaimsSet claims, Instant notBefore, Instant now) {
    return claims.getClaims().keySet().equals(names())
        && order.map(Order::claim).equals(Optional.ofNullable(claims.getClaim("representative")))
        && replaces.map(Object.class::cast).equals(Optional.ofNullable(claims.getClaim("replaces")))
        && institution.id().value().equals(claims.getIssuer())
        && invitation.toString().equals(claims.getJWTID())
        && keyHash.equals(claims.getClaim("key_hash"))
        && pseudonym.equals(claims.getClaim("patient"))
        && !claims.getIssueTime().toInstant().isBefore(notBefore.minus(CLOCKS_DIFFER))
        && !claims.getIssueTime().toInstant().isAfter(now.plus(CLOCKS_DIFFER));
  }
}
