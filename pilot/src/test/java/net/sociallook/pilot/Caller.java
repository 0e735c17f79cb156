package net.sociallook.pilot;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.http.Page;
import net.sociallook.pilot.http.TokenRequest;
import net.sociallook.pilot.http.Trust;
import net.sociallook.pilot.http.Unreachable;
import net.sociallook.pilot.state.PilotFile;
import net.sociallook.pilot.state.StateDirectory;
import net.sociallook.testbed.SoftwarePasskey;

/**
 * An institution's system that asks about one client, with one token that it keeps; without the
 * start of a process for each request.
 */
final class Caller {
  private static final String HOLDER = "youth-office-nordhausen";

  private final PilotProcess pilot;
  private final PilotFile.Institution institution;
  private final PilotFile.Client client;
  private final HttpClient http;
  private String token = "";

  private Caller(
      PilotProcess pilot,
      PilotFile.Institution institution,
      PilotFile.Client client,
      HttpClient http) {
    this.pilot = pilot;
    this.institution = institution;
    this.client = client;
    this.http = http;
  }

  /** The Jobcenter, with a token for the youth office. */
  static Caller of(PilotProcess pilot, String client) {
    Caller caller = as(pilot, "jobcenter-nordhausen", client);
    caller.renewToken();
    return caller;
  }

  /** Without a token. */
  static Caller as(PilotProcess pilot, String institution, String client) {
    PilotFile.Institution caller =
        pilot.file().institutions().stream()
            .filter(one -> one.id().equals(institution))
            .findFirst()
            .orElseThrow();
    StateDirectory state = pilot.state();
    return new Caller(
        pilot,
        caller,
        client(pilot, client),
        Trust.clientWith(
            state.resolve(pilot.file().ca()),
            state.resolve(caller.cert()),
            state.resolve(caller.key())));
  }

  /** The same system, asking about another client. */
  Caller about(String other) {
    return new Caller(pilot, institution, client(pilot, other), http);
  }

  private static PilotFile.Client client(PilotProcess pilot, String id) {
    return pilot.file().clients().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  Answer askForToken(String patient, String holder) {
    return askForToken(patient, holder, requester());
  }

  Answer askForToken(String patient, String holder, String requester) {
    return new TokenRequest(patient, holder, List.of(), requester)
        .send(new Endpoint(pilot.file().registry(), http), institution.id());
  }

  String requester() {
    return institution.caseworkers().getFirst().id();
  }

  /** Asks a client for her consent. */
  Answer ask(Map<String, ?> request) {
    return new Endpoint(pilot.file().registry(), http).post("/consent-requests", request);
  }

  String pseudonym() {
    return client.pseudonyms().get(institution.id());
  }

  void renewToken() {
    token =
        askForToken(pseudonym(), HOLDER).orRefusal("token").json().path("access_token").asString();
  }

  String token() {
    return token;
  }

  Answer get(String path) {
    return get(path, token);
  }

  Answer get(String path, String bearer) {
    Endpoint gateway = new Endpoint(pilot.file().gateway().getFirst(), http);
    return gateway.send(gateway.request(path).header("Authorization", "Bearer " + bearer).GET());
  }

  /** The institution's own view of the ledger. */
  String audit() {
    return new Endpoint(pilot.file().registry(), http).get("/audit").json().toString();
  }

  /** The status of a request; 0 when there is no answer. */
  int status(String path) {
    return status(path, token);
  }

  int status(String path, String bearer) {
    try {
      return get(path, bearer).status();
    } catch (Unreachable e) {
      return 0;
    }
  }

  /** The client herself, signed in. */
  Consents client() {
    SoftwarePasskey passkey = SoftwarePasskey.load(pilot.state().resolve(client.passkey()));
    return new Consents(new Page(pilot.file().page(), Trust.plainClient(), passkey).signIn());
  }
}
