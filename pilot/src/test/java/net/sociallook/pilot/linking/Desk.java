package net.sociallook.pilot.linking;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.PilotProcess;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.http.TokenRequest;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.setup.Setup;
import tools.jackson.databind.JsonNode;

/** An institution with its system and its signing key, before which a client sits. */
record Desk(Institution institution, Office office, Endpoint registry, Endpoint gateway) {

  static Desk of(PilotProcess pilot, Setup setup, String id) {
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

  String id() {
    return institution.id();
  }

  String person(int number) {
    return institution.caseworkers().get(number).id();
  }

  /** Links somebody new who has no device; her pseudonym here. */
  String linkInPerson() {
    JsonNode linked =
        registry
            .post("/invitations/in-person", Map.of("caseworker", person(0), "witness", person(1)))
            .orRefusal("link")
            .json();
    return endorse(linked.path("id").asString());
  }

  /** Enters the code of another institution for her; her pseudonym there, once it has endorsed. */
  String link(String patient, Desk other) {
    JsonNode invitation = other.office().invite();
    registry
        .post(
            "/invitations/acceptance",
            Map.of(
                "patient", patient,
                "caseworker", person(0),
                "code", invitation.path("code").asString()))
        .orRefusal("acceptance");
    return other.endorse(invitation.path("id").asString());
  }

  /** Invites somebody anew who is linked here. */
  JsonNode reinvite(String patient) {
    return registry
        .post("/invitations", Map.of("caseworker", person(0), "recovers", patient))
        .orRefusal("invitation")
        .json();
  }

  String endorse(String invitation) {
    JsonNode accepted = office.state(invitation);
    String pseudonym = accepted.path("pseudonym").asString();
    office.endorse(invitation, accepted.path("keyHash").asString(), pseudonym);
    return pseudonym;
  }

  Answer token(String patient, Desk holder) {
    return new TokenRequest(patient, holder.id(), List.of(), person(0)).send(registry, id());
  }

  Answer documents(Desk holder, String token) {
    String path = "/fhir/" + holder.id() + "/DocumentReference";
    return gateway.send(gateway.request(path).header("Authorization", "Bearer " + token).GET());
  }
}
