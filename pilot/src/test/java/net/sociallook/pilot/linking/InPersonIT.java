package net.sociallook.pilot.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.Eventually;
import net.sociallook.pilot.PilotProcess;
import net.sociallook.pilot.SharedPilot;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.http.TokenRequest;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.setup.Onboarding;
import net.sociallook.pilot.setup.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A client without a device: linked in person, captured, read through the gateway, taken back. */
@ExtendWith(SharedPilot.class)
class InPersonIT {
  private final PilotProcess pilot;
  private final Setup setup;
  private final Desk holder;
  private final Desk recipient;

  InPersonIT(PilotProcess pilot) {
    this.pilot = pilot;
    this.setup = new Onboarding(Path.of(""), pilot.state()).setup();
    this.holder = desk(Roster.YOUTH_OFFICE);
    this.recipient = desk(Roster.JOBCENTER);
  }

  /** An institution with its system and its signing key. */
  private record Desk(Institution institution, Office office, Endpoint registry, Endpoint gateway) {
    String person(int number) {
      return institution.caseworkers().get(number).id();
    }
  }

  @Test
  void whatTheHolderWitnessedOpensItsDataUntilItIsTakenBack() {
    Client file = fileAtBoth();
    JsonNode linked =
        holder
            .registry()
            .post(
                "/invitations/in-person",
                Map.of("caseworker", holder.person(0), "witness", holder.person(1)))
            .orRefusal("link")
            .json();
    String atHolder = endorse(holder, linked.path("id").asString(), file);
    JsonNode invitation = recipient.office().invite();
    holder
        .registry()
        .post(
            "/invitations/acceptance",
            Map.of(
                "patient", atHolder,
                "caseworker", holder.person(0),
                "code", invitation.path("code").asString()))
        .orRefusal("acceptance");
    String atRecipient = endorse(recipient, invitation.path("id").asString(), file);
    assertEquals(400, token(atRecipient).status());

    capture(atHolder);

    String token = token(atRecipient).orRefusal("token").json().path("access_token").asString();
    Eventually.within(
        Duration.ofSeconds(30), "documents of the holder", () -> read(token).status() == 200);
    assertFalse(read(token).json().path("entry").isEmpty());

    assertEquals(
        200,
        holder
            .registry()
            .post(
                "/withdrawals",
                Map.of(
                    "patient", atHolder,
                    "caseworker", holder.person(1),
                    "recipient", recipient.institution().id()))
            .status());
    assertEquals(401, read(token).status());
    assertEquals(400, token(atRecipient).status());
  }

  private void capture(String patient) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> provision =
        Map.of(
            "permission",
            "documents-read",
            "holder",
            holder.institution().id(),
            "purpose",
            "COC",
            "validFrom",
            now.toString(),
            "validUntil",
            now.plus(1, ChronoUnit.DAYS).toString(),
            "maxConfidentiality",
            "R");
    JsonNode prepared =
        holder
            .registry()
            .post(
                "/captures",
                Map.of(
                    "patient", patient,
                    "caseworker", holder.person(0),
                    "witness", holder.person(1),
                    "level", "assisted",
                    "recipient", recipient.institution().id(),
                    "provisions", List.of(provision),
                    "language", "de"))
            .orRefusal("capture")
            .json();
    holder
        .registry()
        .put(
            "/captures/" + prepared.path("id").asString() + "/statement",
            Map.of("statement", statement(prepared.path("claims"))))
        .orRefusal("statement");
  }

  private String statement(JsonNode claims) {
    ECKey key = setup.keys().endorsement(holder.institution().id());
    JWTClaimsSet.Builder said = new JWTClaimsSet.Builder().issueTime(new Date());
    claims.properties().forEach(one -> said.claim(one.getKey(), one.getValue().asString()));
    try {
      SignedJWT statement =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256)
                  .type(new JOSEObjectType("sociallook-witness+jwt"))
                  .keyID(key.getKeyID())
                  .build(),
              said.build());
      statement.sign(new ECDSASigner(key));
      return statement.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String endorse(Desk desk, String invitation, Client file) {
    JsonNode accepted = desk.office().state(invitation);
    String pseudonym = accepted.path("pseudonym").asString();
    desk.office().endorse(invitation, accepted.path("keyHash").asString(), pseudonym);
    desk.office().tellAdapter(pseudonym, setup.roster().fileNumber(file, desk.institution()));
    return pseudonym;
  }

  private Answer token(String patient) {
    return new TokenRequest(patient, holder.institution().id(), List.of(), recipient.person(0))
        .send(recipient.registry(), recipient.institution().id());
  }

  private Answer read(String token) {
    Endpoint gateway = recipient.gateway();
    String path = "/fhir/" + holder.institution().id() + "/DocumentReference";
    return gateway.send(gateway.request(path).header("Authorization", "Bearer " + token).GET());
  }

  /** Somebody whom no other test needs. */
  private Client fileAtBoth() {
    return setup.roster().clients().stream()
        .filter(client -> client.number() > 60)
        .filter(client ->
            client
                .institutions()
                .containsAll(List.of(holder.institution().id(), recipient.institution().id())))
        .findFirst()
        .orElseThrow();
  }

  private Desk desk(String id) {
    Institution institution = setup.roster().institution(id).orElseThrow();
    HttpClient http =
        Trust.clientWith(
            setup.state().pki().resolve("ca.pem"),
            setup.state().pki().resolve(id + ".pem"),
            setup.state().pki().resolve(id + ".key"));
    return new Desk(
        institution,
        Office.of(setup, institution),
        new Endpoint(setup.issuer(), http),
        new Endpoint(pilot.file().gateway().getFirst(), http));
  }
}
