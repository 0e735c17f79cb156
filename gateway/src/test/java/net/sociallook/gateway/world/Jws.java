package net.sociallook.gateway.world;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Makes compact JWS of any kind, right or wrong. */
public final class Jws {
  private Jws() {}

  public static String es256(Map<String, ?> header, Object payload, ECKey key) {
    String input = input(header, payload);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.toECPrivateKey());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + base64(signature.sign());
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String input(Map<String, ?> header, Object payload) {
    return base64(json(header)) + "." + base64(json(payload));
  }

  public static byte[] json(Object value) {
    return value instanceof byte[] bytes ? bytes : JsonMapper.shared().writeValueAsBytes(value);
  }

  public static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
