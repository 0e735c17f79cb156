package net.sociallook.adapter.assertion;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests with assertions that are right, each with an id of its own. */
final class SignedRequests {
  static final ECKey KEY = newKey();
  static final GatewayKeys KEYS =
      id -> id.equals(KEY.getKeyID()) ? Optional.of(publicKey()) : Optional.empty();
  private static final String TARGET = "/fhir/DocumentReference/akte-1-1";

  ReceivedRequest with(Stamp stamp) {
    return signed(claims(stamp));
  }

  Map<String, Object> claims(Stamp stamp) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "gw-1");
    claims.put("aud", "youth-office-nordhausen");
    claims.put("iat", 0);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("ledger", UUID.randomUUID().toString());
    claims.put("method", "GET");
    claims.put("uri_hash", hash(TARGET));
    claims.put("body_hash", hash(""));
    claims.put("patient", "0123456789abcdef0123456789abcdef");
    claims.put("recipient", "jobcenter-nordhausen");
    claims.put("caseworker", "cw-001");
    claims.put("purpose", "COC");
    claims.put("stamp", Map.of("boot", stamp.boot().toString(), "until", stamp.untilMillis()));
    return claims;
  }

  ReceivedRequest signed(Map<String, Object> claims) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .type(new JOSEObjectType("sociallook-assertion+jwt"))
              .keyID(KEY.getKeyID())
              .build();
      JWSObject jws = new JWSObject(header, new Payload(claims));
      jws.sign(new ECDSASigner(KEY));
      return new ReceivedRequest("gw-1", "GET", TARGET, Optional.of(jws.serialize()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECPublicKey publicKey() {
    try {
      return KEY.toECPublicKey();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("gw-1-key").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
