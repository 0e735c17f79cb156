package net.sociallook.gateway.upstream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.gateway.lease.Moment;
import net.sociallook.gateway.lease.NodeKey;
import org.jspecify.annotations.Nullable;

/** Signs what this node says to an adapter about one sending of one request. */
final class Assertions {
  private static final JOSEObjectType TYPE = new JOSEObjectType("sociallook-assertion+jwt");
  private static final String HASH_OF_NOTHING = hash("");

  private final String node;
  private final JWSHeader header;
  private final JWSSigner signer;

  Assertions(NodeKey key) {
    this.node = key.node();
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.key().getKeyID()).build();
    try {
      this.signer = new ECDSASigner(key.key());
    } catch (JOSEException e) {
      throw new IllegalStateException("node key: unusable (expected: EC P-256)", e);
    }
  }

  /**
   * @param target path and query exactly as sent
   * @return a compact JWS, good for one sending
   */
  String sign(
      HolderRequest.Claims about,
      String target,
      Moment admitted,
      Optional<AdapterClock.Stamp> stamp) {
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("iss", node);
    claims.put("aud", about.holder());
    claims.put("iat", admitted.wallMillis() / 1000);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("ledger", about.ledger().toString());
    claims.put("method", "GET");
    claims.put("uri_hash", hash(target));
    claims.put("body_hash", HASH_OF_NOTHING);
    claims.put("patient", about.holderPseudonym());
    claims.put("recipient", about.recipient());
    claims.put("caseworker", about.caseworker());
    claims.put("purpose", about.purpose());
    claims.put("stamp", stamp.map(Assertions::json).orElse(null));
    try {
      // A JWTClaimsSet would leave out the null that says "no reading yet".
      JWSObject assertion = new JWSObject(header, new Payload(claims));
      assertion.sign(signer);
      return assertion.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("assertion: not signed (expected: signed)", e);
    }
  }

  private static Map<String, Object> json(AdapterClock.Stamp stamp) {
    return Map.of("boot", stamp.boot().toString(), "until", stamp.until());
  }

  private static String hash(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64URL.encode(sha256.digest(text.getBytes(StandardCharsets.US_ASCII))).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing (expected: in every JDK)", e);
    }
  }
}
