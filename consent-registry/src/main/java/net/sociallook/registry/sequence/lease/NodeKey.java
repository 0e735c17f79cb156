package net.sociallook.registry.sequence.lease;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The public key with which a gateway node signs its assertions to adapters.
 *
 * @param id its {@code kid}
 * @param json the JWK with public members only
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-4">RFC 7517 §4</a>
 */
record NodeKey(String id, String json) {
  private static final Set<String> MEMBERS = Set.of("kty", "crv", "x", "y", "kid", "use", "alg");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

  /**
   * @throws IllegalArgumentException with a sentence for the caller if it is not a public P-256 key
   */
  static NodeKey of(Map<String, Object> jwk) {
    if (!MEMBERS.containsAll(jwk.keySet())) {
      throw new IllegalArgumentException(
          "publicKey: other members (expected: kty, crv, x, y, kid, use, alg)");
    }
    try {
      ECKey key = ECKey.parse(jwk);
      String id = key.getKeyID();
      if (!Curve.P_256.equals(key.getCurve()) || id == null || !ID.matcher(id).matches()) {
        throw new IllegalArgumentException("publicKey: (expected: EC, P-256, with kid)");
      }
      return new NodeKey(id, published(key));
    } catch (ParseException | IllegalStateException e) {
      throw new IllegalArgumentException("publicKey: no key (expected: a JWK, EC, P-256)", e);
    }
  }

  private static String published(ECKey key) {
    return new ECKey.Builder(key)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.ES256)
        .build()
        .toPublicJWK()
        .toJSONString();
  }
}
