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
import java.util.Base64;
import java.util.UUID;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import net.sociallook.testbed.RoutingDictionary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
          unpack(padded));
    } catch (Exception unreadable) {
      throw new AssertionError("token (expected: readable)", unreadable);
    }
  }

  private static JsonNode unpack(byte[] padded) throws Exception {
    ByteBuffer buffer = ByteBuffer.wrap(padded);
    byte[] deflated = new byte[buffer.getInt()];
    buffer.get(deflated);
    Inflater inflater = new Inflater(true);
    inflater.setDictionary(RoutingDictionary.fromProtocol());
    ByteBuffer texts;
    try (var inflated = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
      texts = ByteBuffer.wrap(inflated.readAllBytes());
    }
    ObjectNode routing = (ObjectNode) JSON.readTree(field(texts));
    routing.set("evidence", evidence(texts, buffer, routing));
    while (buffer.hasRemaining()) {
      if (buffer.get() != 0) {
        throw new AssertionError("padding (expected: zeros)");
      }
    }
    return routing;
  }

  private static ObjectNode evidence(ByteBuffer texts, ByteBuffer random, ObjectNode routing) {
    ByteBuffer token = ByteBuffer.wrap(field(random));
    routing.put("jti", new UUID(token.getLong(), token.getLong()).toString());
    byte[] document = field(texts);
    byte[] publicKey = field(random);
    ObjectNode evidence = JSON.createObjectNode();
    evidence.put("document", base64url(document));
    evidence.put("clientData", completed(field(texts), "challenge", document));
    evidence.put("publicKey", base64url(publicKey));
    evidence.put("authenticatorData", base64url(field(random)));
    evidence.put("signature", base64url(field(random)));
    byte[] salt = field(random);
    evidence.put("salt", base64url(salt));
    evidence.put(
        "endorsement",
        String.join(
            ".",
            base64url(field(texts)),
            completed(field(texts), "key_hash", salt, publicKey),
            base64url(field(random))));
    if (texts.hasRemaining()) {
      throw new AssertionError("texts (expected: five)");
    }
    return evidence;
  }

  private static String completed(byte[] text, String member, byte[]... hashed) {
    String hash = base64url(EvidenceSample.sha256(hashed));
    String opening = "\"" + member + "\":\"";
    return base64url(
        new String(text, StandardCharsets.UTF_8)
            .replace(opening + "\"", opening + hash + "\"")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] field(ByteBuffer from) {
    byte[] field = new byte[Short.toUnsignedInt(from.getShort())];
    from.get(field);
    return field;
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
