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
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.setup.Onboarding;
import net.sociallook.pilot.setup.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A client without a device: linked in person, captured, read through the gateway, taken back. */
@ExtendWith(SharedPilot.class)
class InPersonIT {
  private final Setup setup;
  private final Desk holder;
  private final Desk recipient;

  InPersonIT(PilotProcess pilot) {
    this.setup = new Onboarding(Path.of(""), pilot.state()).setup();
    this.holder = Desk.of(pilot, setup, Roster.YOUTH_OFFICE);
    this.recipient = Desk.of(pilot, setup, Roster.JOBCENTER);
  }

  @Test
  void whatTheHolderWitnessedOpensItsDataUntilItIsTakenBack() {
    Client file = fileAtBoth();
    String atHolder = holder.linkInPerson();
    String atRecipient = holder.link(atHolder, recipient);
    holder.office().tellAdapter(atHolder, setup.roster().fileNumber(file, holder.institution()));
    recipient
        .office()
        .tellAdapter(atRecipient, setup.roster().fileNumber(file, recipient.institution()));
    assertEquals(400, recipient.token(atRecipient, holder).status());

    capture(atHolder);

    String token =
        recipient
            .token(atRecipient, holder)
            .orRefusal("token")
            .json()
            .path("access_token")
            .asString();
    Eventually.within(
        Duration.ofSeconds(30),
        "documents of the holder",
        () -> recipient.documents(holder, token).status() == 200);
    assertFalse(recipient.documents(holder, token).json().path("entry").isEmpty());

    assertEquals(
        200,
        holder
            .registry()
            .post(
                "/withdrawals",
                Map.of(
                    "patient", atHolder,
                    "caseworker", holder.person(1),
                    "recipient", recipient.id()))
            .status());
    assertEquals(401, recipient.documents(holder, token).status());
    assertEquals(400, recipient.token(atRecipient, holder).status());
  }

  private void capture(String patient) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> provision =
        Map.of(
            "permission",
            "documents-read",
            "holder",
            holder.id(),
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
                    "recipient", recipient.id(),
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
    ECKey key = setup.keys().endorsement(holder.id());
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

  /** Somebody whom no other test needs. */
  private Client fileAtBoth() {
    return setup.roster().clients().stream()
        .filter(client -> client.number() > 60)
        .filter(client -> client.institutions().containsAll(List.of(holder.id(), recipient.id())))
        .findFirst()
        .orElseThrow();
  }
}
