package net.sociallook.pilot.linking;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpClient;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.setup.Setup;
import tools.jackson.databind.JsonNode;

/**
 * An institution's system, as far as linking a client goes: invites, endorses, tells its adapter.
 */
final class Office {
  private static final JOSEObjectType TYPE = new JOSEObjectType("sociallook-endorsement+jwt");

  private final Institution institution;
  private final Endpoint registry;
  private final ECKey signingKey;
  private final Optional<Endpoint> adapter;

  private Office(
      Institution institution, Endpoint registry, ECKey signingKey, Optional<Endpoint> adapter) {
    this.institution = institution;
    this.registry = registry;
    this.signingKey = signingKey;
    this.adapter = adapter;
  }

  static Office of(Setup setup, Institution institution) {
    HttpClient http =
        Trust.clientWith(
            setup.state().pki().resolve("ca.pem"),
            setup.state().pki().resolve(institution.id() + ".pem"),
            setup.state().pki().resolve(institution.id() + ".key"));
    Optional<Endpoint> adapter =
        setup.servedAt(institution).map(address -> new Endpoint(address, http));
    return new Office(
        institution,
        new Endpoint(setup.issuer(), http),
        setup.keys().endorsement(institution.id()),
        adapter);
  }

  Institution institution() {
    return institution;
  }

  /** Opens an invitation: its {@code id} and the {@code code} that goes to the client. */
  JsonNode invite() {
    String caseworker = institution.caseworkers().getFirst().id();
    return registry
        .post("/invitations", Map.of("caseworker", caseworker))
        .orRefusal("Invitation by " + institution.id())
        .json();
  }

  /**
   * How an invitation stands: {@code state}, and once it is accepted {@code pseudonym} and {@code
   * keyHash}.
   */
  JsonNode state(String invitation) {
    return registry
        .get("/invitations/" + invitation)
        .orRefusal("State of an invitation by " + institution.id())
        .json();
  }

  void endorse(String invitation, String keyHash, String pseudonym) {
    registry
        .put(
            "/invitations/" + invitation + "/endorsement",
            Map.of("endorsement", signed(invitation, keyHash, pseudonym)))
        .orRefusal("Endorsement by " + institution.id());
  }

  /** Tells the adapter, if there is one, whose data a pseudonym means. */
  void tellAdapter(String pseudonym, String localId) {
    adapter.ifPresent(endpoint ->
        endpoint
            .put("/links/" + pseudonym, Map.of("localId", localId))
            .orRefusal("Link at the adapter of " + institution.id()));
  }

  private String signed(String invitation, String keyHash, String pseudonym) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(signingKey.getKeyID()).build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(institution.id())
            .issueTime(new Date())
            .jwtID(invitation)
            .claim("patient", pseudonym)
            .claim("key_hash", keyHash)
            .build();
    try {
      SignedJWT endorsement = new SignedJWT(header, claims);
      endorsement.sign(new ECDSASigner(signingKey));
      return endorsement.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("endorsement: not signed", e);
    }
  }
}
