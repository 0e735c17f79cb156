package net.sociallook.pilot;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.http.Page;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.setup.KeyFiles;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.testbed.SoftwarePasskey;
import tools.jackson.databind.JsonNode;

/**
 * A legal carer with a passkey of her own, and how institutions invite her for a client and vouch
 * for her key.
 */
record Carer(PilotProcess pilot, PilotFile.Client client, Page page) {
  private static final JOSEObjectType TYPE = new JOSEObjectType("sociallook-endorsement+jwt");

  static Carer of(PilotProcess pilot, PilotFile.Client client) {
    SoftwarePasskey passkey = SoftwarePasskey.create("localhost", pilot.file().page().toString());
    return new Carer(pilot, client, new Page(pilot.file().page(), Trust.plainClient(), passkey));
  }

  /** The first appointment is accepted with the new passkey, every other one inside her session. */
  Carer appointedBy(List<String> institutions, Instant until) {
    boolean known = false;
    for (String id : institutions) {
      appoint(institution(id), until, known);
      known = true;
    }
    page.signIn();
    return this;
  }

  private void appoint(PilotFile.Institution by, Instant until, boolean known) {
    Endpoint registry =
        new Endpoint(
            pilot.file().registry(),
            Trust.clientWith(
                pilot.state().resolve(pilot.file().ca()),
                pilot.state().resolve(by.cert()),
                pilot.state().resolve(by.key())));
    String patient = client.pseudonyms().get(by.id());
    Map<String, Object> representative =
        Map.of(
            "client",
            patient,
            "as",
            "carer",
            "areas",
            List.of("authorities"),
            "until",
            until.toString());
    JsonNode invitation =
        registry
            .post(
                "/invitations",
                Map.of(
                    "caseworker",
                    by.caseworkers().getFirst().id(),
                    "representative",
                    representative))
            .orRefusal("invitation")
            .json();
    accept(invitation.path("code").asString(), known);
    String path = "/invitations/" + invitation.path("id").asString();
    JsonNode accepted = registry.get(path).orRefusal("invitation").json();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(by.id())
            .issueTime(new Date())
            .jwtID(invitation.path("id").asString())
            .claim("patient", patient)
            .claim("key_hash", accepted.path("keyHash").asString())
            .claim(
                "representative",
                Map.of("as", "carer", "areas", List.of("authorities"), "until", until.toString()))
            .build();
    registry
        .put(path + "/endorsement", Map.of("endorsement", signed(by.id(), claims)))
        .orRefusal("endorsement");
  }

  private void accept(String code, boolean known) {
    Map<String, Object> acceptance = new LinkedHashMap<>(Map.of("code", code));
    if (!known) {
      JsonNode started =
          page.post("/api/invitations/acceptance-options", Map.of("code", code))
              .orRefusal("options")
              .json();
      acceptance.put("ceremony", started.path("ceremony").asString());
      acceptance.put("credential", page.registration(started.path("creationOptions")));
    }
    page.post("/api/invitations/acceptance", acceptance).orRefusal("acceptance");
  }

  private String signed(String institution, JWTClaimsSet claims) {
    ECKey key = new KeyFiles(pilot.state()).endorsement(institution);
    try {
      SignedJWT endorsement =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID()).build(),
              claims);
      endorsement.sign(new ECDSASigner(key));
      return endorsement.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private PilotFile.Institution institution(String id) {
    return pilot.file().institutions().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
