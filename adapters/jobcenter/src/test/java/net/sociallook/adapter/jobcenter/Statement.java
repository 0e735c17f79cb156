package net.sociallook.adapter.jobcenter;

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
final class Statement {
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private String type = "sociallook-assertion+jwt";
  private ECKey key;

  Statement(ECKey key, String target, String patient) {
    this.key = key;
    claims.put("iss", "gw-1");
    claims.put("aud", "jobcenter-nordhausen");
    claims.put("iat", System.currentTimeMillis() / 1000);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("ledger", UUID.randomUUID().toString());
    claims.put("method", "GET");
    claims.put("uri_hash", hash(target));
    claims.put("body_hash", hash(""));
    claims.put("patient", patient);
    claims.put("recipient", "youth-office-nordhausen");
    claims.put("caseworker", "cw-001");
    claims.put("purpose", "COC");
    claims.put("stamp", null);
  }

  Statement with(String claim, Object value) {
    claims.put(claim, value);
    return this;
  }

  Statement without(String claim) {
    claims.remove(claim);
    return this;
  }

  Statement stamp(String boot, long until) {
    Map<String, Object> stamp = new HashMap<>();
    stamp.put("boot", boot);
    stamp.put("until", until);
    return with("stamp", stamp);
  }

  Statement type(String other) {
    type = other;
    return this;
  }

  Statement key(ECKey other) {
    key = other;
    return this;
  }

  String sign() {
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

  static String hash(String text) {
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
