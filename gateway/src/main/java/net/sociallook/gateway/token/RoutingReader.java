package net.sociallook.gateway.token;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import java.nio.ByteBuffer;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.UUID;
import net.sociallook.gateway.json.Members;
import net.sociallook.gateway.json.StrictJson;

/**
 * Opens the routing claim.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-4.6">RFC 7518 §4.6 (ECDH-ES)</a>
 */
final class RoutingReader {
  private final ClusterKeys keys;

  RoutingReader(ClusterKeys keys) {
    this.keys = keys;
  }

  /** What was in it; the evidence is not verified yet. */
  record Opened(Routing routing, Evidence evidence) {}

  /**
   * @throws IllegalArgumentException if it cannot be opened, or belongs to another token
   */
  Opened open(String jwe, UUID jti) {
    RoutingFrame frame = RoutingFrame.read(decrypt(jwe), first -> RoutingText.read(first).shape());
    if (!Arrays.equals(frame.random().getFirst(), bytes(jti))) {
      throw new IllegalArgumentException("routing.jti: another (expected: the token's)");
    }
    RoutingText text = RoutingText.read(frame.texts().getFirst());
    return new Opened(text.routing(), EvidenceReader.read(frame, text));
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private byte[] decrypt(String text) {
    try {
      // the library is shown nothing but the one form that the registry makes
      ECPrivateKey key = key(text);
      JWEObject jwe = JWEObject.parse(text);
      jwe.decrypt(new ECDHDecrypter(key));
      return jwe.getPayload().toBytes();
    } catch (ParseException | JOSEException e) {
      throw new IllegalArgumentException("routing: not to be opened (expected: a JWE to us)", e);
    }
  }

  private ECPrivateKey key(String text) {
    String[] parts = text.split("\\.", -1);
    Members header = StrictJson.object("routing header", Base64Url.decode(parts[0]));
    header.object("epk");
    boolean expected =
        parts.length == 5
            && header.text("alg").equals(JWEAlgorithm.ECDH_ES.getName())
            && header.text("enc").equals(EncryptionMethod.A256GCM.getName())
            && header.text("cty").equals("sociallook-routing");
    String kid = header.text("kid");
    header.end();
    if (!expected) {
      throw new IllegalArgumentException("routing: another kind of JWE (expected: ECDH-ES)");
    }
    return keys.find(kid)
        .orElseThrow(() -> new IllegalArgumentException("routing.kid: unknown (expected: ours)"));
  }
}
