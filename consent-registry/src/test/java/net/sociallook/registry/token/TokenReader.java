package net.sociallook.registry.token;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a token as a gateway would, written from {@code docs/protocol.md} section 6 and sharing
 * nothing with the code that makes tokens.
 */
public record TokenReader(JWKSet signingKeys, ECKey clusterKey) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * @param header of the JWS
   * @param claims of the JWS
   * @param sealed header of the JWE
   * @param padded bytes of the JWE's payload
   * @param routing its content
   */
  public record Read(
      JsonNode header, JsonNode claims, JsonNode sealed, byte[] padded, JsonNode routing) {}

  public Read read(String token) {
    try {
      SignedJWT jws = SignedJWT.parse(token);
      ECKey key = signingKeys.getKeyByKeyId(jws.getHeader().getKeyID()).toECKey();
      if (!jws.verify(new ECDSAVerifier(key))) {
        throw new AssertionError("signature (expected: good)");
      }
      JsonNode claims = JSON.readTree(jws.getPayload().toString());
      JWEObject jwe = JWEObject.parse(claims.path("routing").asString());
      jwe.decrypt(new ECDHDecrypter(clusterKey));
      byte[] padded = jwe.getPayload().toBytes();
      return new Read(
          JSON.readTree(jws.getHeader().toString()),
          claims,
          JSON.readTree(jwe.getHeader().toString()),
          padded,
          JSON.readTree(unpack(padded)));
    } catch (Exception unreadable) {
      throw new AssertionError("token (expected: readable)", unreadable);
    }
  }

  private static String unpack(byte[] padded) throws Exception {
    ByteBuffer buffer = ByteBuffer.wrap(padded);
    byte[] deflated = new byte[buffer.getInt()];
    buffer.get(deflated);
    while (buffer.hasRemaining()) {
      if (buffer.get() != 0) {
        throw new AssertionError("padding (expected: zeros)");
      }
    }
    try (var inflated =
        new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
      return new String(inflated.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
