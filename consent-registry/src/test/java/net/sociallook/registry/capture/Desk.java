package net.sociallook.registry.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.TestDirectory;
import tools.jackson.databind.JsonNode;

/** The youth office captures for a client without a device, who is linked at the Jobcenter too. */
public record Desk(Office youth, Office job, String atYouth, String atJob) {

  public static Desk of(RunningRegistry registry) {
    Office youth = Office.of(registry, TestDirectory.YOUTH_OFFICE);
    Office job = Office.of(registry, TestDirectory.JOBCENTER);
    String atYouth = linkInPerson(youth, "ya");
    Answer invitation = job.invite();
    Answer accepted =
        youth
            .post(
                "/invitations/acceptance",
                Map.of("patient", atYouth, "caseworker", "ya-001", "code", invitation.text("code")))
            .is(201);
    assertThat(accepted.text("institution")).isEqualTo(job.id());
    assertThat(job.get("/invitations/" + invitation.text("id")).text("matchCode"))
        .isEqualTo(accepted.text("matchCode"));
    return new Desk(youth, job, atYouth, job.endorse(invitation.text("id")));
  }

  static String linkInPerson(Office office, String prefix) {
    Answer linked =
        office
            .post(
                "/invitations/in-person",
                Map.of("caseworker", prefix + "-001", "witness", prefix + "-002"))
            .is(201);
    return office.endorse(linked.text("id"));
  }

  /** What the youth office sends to have these prepared for the Jobcenter. */
  public Map<String, Object> wish(String level, String... permissions) {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("patient", atYouth);
    wish.put("caseworker", "ya-001");
    wish.put("witness", "ya-002");
    wish.put("level", level);
    wish.put("recipient", job.id());
    wish.put(
        "provisions",
        List.of(permissions).stream()
            .map(permission -> Phone.provision(permission, youth.id()))
            .toList());
    wish.put("language", "de");
    return wish;
  }

  public Answer prepare(String level, String... permissions) {
    return youth.post("/captures", wish(level, permissions)).is(201);
  }

  /** Captured at the desk, and stated. */
  public Answer give(String... permissions) {
    Answer prepared = prepare("assisted", permissions);
    return state(prepared, statement(prepared)).is(200);
  }

  public Answer state(Answer prepared, String statement) {
    return youth.put(
        "/captures/" + prepared.text("id") + "/statement", Map.of("statement", statement));
  }

  /** What the institution's system signs. */
  public String statement(Answer capture) {
    return sign(key(youth.id()), "sociallook-witness+jwt", claims(capture));
  }

  static Map<String, Object> claims(Answer capture) {
    Map<String, Object> claims = new LinkedHashMap<>();
    JsonNode given = capture.json().get("claims");
    given.properties().forEach(one -> claims.put(one.getKey(), one.getValue().asString()));
    claims.put("iat", new Date());
    return claims;
  }

  static ECKey key(String institution) {
    return RunningRegistry.directory().signingKeys().get(institution);
  }

  static String sign(ECKey key, String typ, Map<String, Object> claims) {
    try {
      JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
      claims.forEach(set::claim);
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType(typ))
                  .keyID(key.getKeyID())
                  .build(),
              set.build());
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
