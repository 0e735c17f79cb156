package net.sociallook.registry.sequence.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeKeyTest {

  @Test
  void publicKeyIsPublishedWithItsUse() throws Exception {
    NodeKey key = NodeKey.of(publicKey(Curve.P_256));
    assertThat(key.id()).isEqualTo("k-1");
    assertThat(key.json()).contains("\"use\":\"sig\"").contains("\"alg\":\"ES256\"");
  }

  @Test
  void privateKeyIsRefused() throws Exception {
    Map<String, Object> jwk =
        new ECKeyGenerator(Curve.P_256).keyID("k-1").generate().toJSONObject();
    assertThatThrownBy(() -> NodeKey.of(jwk)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void otherCurveIsRefused() throws Exception {
    Map<String, Object> jwk = publicKey(Curve.P_384);
    assertThatThrownBy(() -> NodeKey.of(jwk)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"kid,", "kid,a b", "y,AAAA", "kty,RSA", "x5u,https://keys.example/k", "crv,"})
  void keyWithMemberLikeThisIsRefused(String member, String value) throws Exception {
    Map<String, Object> jwk = new HashMap<>(publicKey(Curve.P_256));
    jwk.put(member, value);
    assertThatThrownBy(() -> NodeKey.of(jwk)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, Object> publicKey(Curve curve) throws Exception {
    return new ECKeyGenerator(curve).keyID("k-1").generate().toPublicJWK().toJSONObject();
  }
}
