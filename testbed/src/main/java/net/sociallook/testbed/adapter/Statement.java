package net.sociallook.testbed.adapter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A gateway's assertion in the making, with everything right until a test says otherwise. */
public final class Statement {
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private String type = "sociallook-assertion+jwt";
  private ECKey key;

  /**
   * @param holder the institution whose adapter it is for
   * @param target path and query
   * @param patient the client's pseudonym there
   */
  public Statement(ECKey key, String holder, String target, String patient) {
    this.key = key;
    claims.put("iss", "gw-1");
    claims.put("aud", holder);
    claims.put("iat", System.currentTimeMillis() / 1000);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("ledger", UUID.randomUUID().toString());
    claims.put("method", "GET");
    claims.put("uri_hash", hash(target));
    claims.put("body_hash", hash(""));
    claims.put("patient", patient);
    claims.put("recipient", "housing-help-erfurt");
    claims.put("caseworker", "cw-001");
    claims.put("purpose", "COC");
    claims.put("stamp", null);
  }

  public Statement with(String claim, Object value) {
    claims.put(claim, value);
    return this;
  }

  public Statement without(String claim) {
    claims.remove(claim);
    return this;
  }

  /**
   * @param until in the adapter's own time, milliseconds
   */
  public Statement stamp(String boot, long until) {
    Map<String, Object> stamp = new HashMap<>();
    stamp.put("boot", boot);
    stamp.put("until", until);
    return with("stamp", stamp);
  }

  public Statement type(String other) {
    type = other;
    return this;
  }

  /** Signs with another key, under its id. */
  public Statement key(ECKey other) {
    key = other;
    return this;
  }

  /** The compact JWS. */
  public String sign() {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .type(new JOSEObjectType(type))
              .keyID(key.getKeyID())
              .build();
      JWSObject jws = new JWSObject(header, new Payload(claims));
      jws.sign(new ECDSASigner(key));
      return jws.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SHA-256 in base64url, as the claims have it. */
  public static String hash(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
