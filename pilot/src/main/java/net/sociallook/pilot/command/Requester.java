package net.sociallook.pilot.command;

import java.util.List;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.TokenRequest;
import net.sociallook.pilot.state.PilotFile;

/** A caseworker at her institution's system, asking about one client. */
record Requester(
    RunningPilot pilot,
    PilotFile.Institution institution,
    PilotFile.Caseworker caseworker,
    PilotFile.Client client) {

  /** Asks for a token, whatever the registry answers. */
  Answer askForToken(String holder, List<String> permissions) {
    String patient = pilot.pseudonym(client, institution);
    return new TokenRequest(patient, holder, permissions, caseworker.id())
        .send(pilot.registry(institution), institution.id());
  }

  /**
   * @throws net.sociallook.pilot.http.Refusal if there is none to be had
   */
  String token(String holder, List<String> permissions) {
    return askForToken(holder, permissions)
        .orRefusal("No token")
        .json()
        .path("access_token")
        .asString();
  }
}
