package net.sociallook.registry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of an institution with everything right but the JWS around them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725</a>
 */
public record ForgedWords(ECKey key, String typ, String claims) {

  /** The ways in which they are forged, and what is sent then. */
  public Map<String, String> all(ECKey foreign) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("unsigned", unsigned("none"));
    all.put("unsigned, in capitals", unsigned("NONE"));
    all.put("signed with the public key as a secret", symmetric());
    all.put("another algorithm of the same family", signed(head -> head.put("alg", "ES384")));
    all.put("no algorithm", signed(head -> head.remove("alg")));
    all.put("no type", signed(head -> head.remove("typ")));
    all.put("type of an access token", signed(head -> head.put("typ", "at+jwt")));
    all.put("type of any token", signed(head -> head.put("typ", "JWT")));
    all.put("no key id", signed(head -> head.remove("kid")));
    all.put("unknown key id", signed(head -> head.put("kid", "nobody")));
    all.put("key id that is a path", signed(head -> head.put("kid", "../../dev/null")));
    all.put(
        "key of its own",
        of(foreign, head -> head.put("jwk", foreign.toPublicJWK().toJSONObject())));
    all.put("address of a key", of(foreign, head -> head.put("jku", "https://evil.example/jwks")));
    all.put("address of a certificate", signed(head -> head.put("x5u", "https://evil.example/x")));
    all.put("something critical", signed(head -> head.put("crit", List.of("exp"))));
    all.put("body not encoded", signed(head -> head.put("b64", false)));
    all.put("key of another institution", of(foreign, head -> {}));
    String right = signed(head -> {});
    String unsigned = right.substring(0, right.lastIndexOf('.') + 1);
    all.put("no signature", unsigned);
    all.put("signature of zeros", unsigned + encoded(new byte[64]));
    all.put("signature as DER", unsigned + encoded(sign(key, unsigned, "SHA256withECDSA")));
    all.put("four parts", right + ".");
    all.put("JSON in place of it", "{\"payload\":\"" + encoded(bytes(claims)) + "\"}");
    return all;
  }

  /** With nothing forged. */
  public String right() {
    return signed(head -> {});
  }

  private String signed(Consumer<Map<String, Object>> change) {
    return of(key, change);
  }

  private String of(ECKey by, Consumer<Map<String, Object>> change) {
    String input = input(change);
    byte[] signature = sign(by, input + ".", "SHA256withECDSAinP1363Format");
    return input + "." + encoded(signature);
  }

  private String unsigned(String algorithm) {
    return input(head -> head.put("alg", algorithm)) + ".";
  }

  private String symmetric() {
    String input = input(head -> head.put("alg", "HS256"));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.toECPublicKey().getEncoded(), "HmacSHA256"));
      return input + "." + encoded(mac.doFinal(bytes(input)));
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String input(Consumer<Map<String, Object>> change) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("alg", "ES256");
    head.put("typ", typ);
    head.put("kid", key.getKeyID());
    change.accept(head);
    return encoded(JsonMapper.shared().writeValueAsBytes(head)) + "." + encoded(bytes(claims));
  }

  private static byte[] sign(ECKey by, String input, String algorithm) {
    try {
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(by.toECPrivateKey());
      signing.update(bytes(input.substring(0, input.length() - 1)));
      return signing.sign();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
