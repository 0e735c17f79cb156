package net.sociallook.registry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.web.Port;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An institution's system as the registry sees it. */
public record Office(RunningRegistry registry, String id, HttpClient http) {
  private static final Map<String, String> CASEWORKER =
      Map.of(
          TestDirectory.JOBCENTER, "jc-001",
          TestDirectory.YOUTH_OFFICE, "ya-001",
          TestDirectory.PROVIDER, "th-001");

  public static Office of(RunningRegistry registry, String id) {
    return new Office(registry, id, RunningRegistry.as("institution:" + id));
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, Object body) {
    return send("POST", path, JsonMapper.shared().writeValueAsString(body));
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, JsonMapper.shared().writeValueAsString(body));
  }

  /** A new invitation: {@code id} and {@code code}. */
  public Answer invite() {
    return post("/invitations", Map.of("caseworker", CASEWORKER.get(id))).is(201);
  }

  /** A new invitation for a client who is known here under this pseudonym. */
  public Answer reinvite(String pseudonym) {
    return post("/invitations", Map.of("caseworker", CASEWORKER.get(id), "recovers", pseudonym))
        .is(201);
  }

  /** An invitation for who is to act for this client of the institution. */
  public Answer inviteFor(String pseudonym, String as, List<String> areas, Instant until) {
    Map<String, Object> representative =
        Map.of("client", pseudonym, "as", as, "areas", areas, "until", until.toString());
    return post(
            "/invitations",
            Map.of("caseworker", CASEWORKER.get(id), "representative", representative))
        .is(201);
  }

  /** Endorses the key of whoever accepted; returns the pseudonym. */
  public String endorse(String invitation) {
    Answer accepted = get("/invitations/" + invitation).is(200);
    String endorsement =
        accepted.json().has("replaces")
            ? replacement(invitation, accepted, accepted.text("replaces"))
            : endorsement(
                invitation,
                accepted.text("keyHash"),
                accepted.text("pseudonym"),
                accepted.json().get("representative"));
    return put("/invitations/" + invitation + "/endorsement", Map.of("endorsement", endorsement))
        .is(200)
        .text("pseudonym");
  }

  /** The endorsement of a key that takes the place of another one. */
  public String replacement(String invitation, Answer accepted, String replaces) {
    return jws(
        RunningRegistry.directory().signingKeys().get(id),
        new JWTClaimsSet.Builder()
            .issuer(id)
            .issueTime(new Date())
            .jwtID(invitation)
            .claim("patient", accepted.text("pseudonym"))
            .claim("key_hash", accepted.text("keyHash"))
            .claim("replaces", replaces)
            .build());
  }

  public String endorsement(String invitation, String keyHash, String pseudonym) {
    return endorsement(invitation, keyHash, pseudonym, null);
  }

  public String endorsement(
      String invitation, String keyHash, String pseudonym, @Nullable JsonNode representative) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(id)
            .issueTime(new Date())
            .jwtID(invitation)
            .claim("patient", pseudonym)
            .claim("key_hash", keyHash);
    if (representative != null) {
      claims.claim("representative", JsonMapper.shared().convertValue(representative, Map.class));
    }
    return jws(RunningRegistry.directory().signingKeys().get(id), claims.build());
  }

  public static String jws(ECKey key, JWTClaimsSet claims) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType("sociallook-endorsement+jwt"))
                  .keyID(key.getKeyID())
                  .build(),
              claims);
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(registry.uri(Port.INSTITUTIONS, path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return Answer.checked(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
