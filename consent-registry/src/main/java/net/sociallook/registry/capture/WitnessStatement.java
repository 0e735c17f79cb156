package net.sociallook.registry.capture;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.passkey.Bytes;

/**
 * What an institution has to say for a capture: {@code docs/protocol.md} section 4.
 *
 * @param pseudonym the institution's own of the client
 */
record WitnessStatement(Institution institution, Capture capture, String pseudonym) {
  private static final JOSEObjectType TYPE = new JOSEObjectType("sociallook-witness+jwt");
  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  /** All claims but {@code iat}. */
  Map<String, String> claims() {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("iss", institution.id().value());
    claims.put("jti", capture.id().toString());
    claims.put("patient", pseudonym);
    claims.put("document", Bytes.base64url(Bytes.sha256(capture.prepared().document())));
    claims.put("level", capture.level().code());
    claims.put("witness", capture.witness().value());
    capture
        .scan()
        .ifPresent(scan -> {
          claims.put("scan", Bytes.base64url(scan.hash()));
          claims.put("signed_on", scan.signedOn().toString());
        });
    return claims;
  }

  /** Whether this compact JWS says exactly that, signed by the institution. */
  boolean isSaidBy(String jws, Instant now) {
    try {
      SignedJWT signed = SignedJWT.parse(jws);
      JWSHeader header = signed.getHeader();
      Map<String, ECKey> keys = institution.signingKeys();
      return header.getIncludedParams().equals(HEADER)
          && JWSAlgorithm.ES256.equals(header.getAlgorithm())
          && TYPE.equals(header.getType())
          && keys.containsKey(header.getKeyID())
          && signed.verify(new ECDSAVerifier(keys.get(header.getKeyID())))
          && says(signed.getJWTClaimsSet(), now);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean says(JWTClaimsSet said, Instant now) {
    Map<String, Object> rest = new HashMap<>(said.getClaims());
    rest.remove("iat");
    return said.getIssueTime() != null
        && rest.equals(claims())
        && !said.getIssueTime().toInstant().isBefore(capture.createdAt().minus(CLOCKS_DIFFER))
        && !said.getIssueTime().toInstant().isAfter(now.plus(CLOCKS_DIFFER));
  }
}
