package net.sociallook.pilot.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.state.PilotFile;
import tools.jackson.databind.JsonNode;

/** Deny, grant, allow, narrow, withdraw, deny: on one client, one recipient, one holder. */
final class Walkthrough {
  private static final int DAYS = 90;

  private final Story story;
  private final Requester asking;
  private final PilotFile.Institution holder;
  private final Consents consents;

  Walkthrough(Story story, Requester asking, PilotFile.Institution holder, Consents consents) {
    this.story = story;
    this.asking = asking;
    this.holder = holder;
    this.consents = consents;
  }

  /** Runs all of it; the client is left as she was, also when a step goes wrong. */
  void run() {
    story.tell(
        "%s, %s, wants to see what the %s has written about %s."
            .formatted(caseworker(), asking.institution().name(), holder.name(), client()));
    GrantsBefore before = GrantsBefore.setAside(consents, List.of(asking.institution().id()));
    if (!before.isEmpty()) {
      story.tell("There is a grant already. It is taken back now and given again at the end.");
    }
    try {
      refusedBeforeTheGrant();
      JsonNode grant = granted();
      String token = asking.token(holder.id(), List.of());
      List<JsonNode> documents = answered(token);
      narrowed(grant, token, documents);
      withdrawn(grant);
      logged();
    } finally {
      before.restore();
    }
  }

  private void refusedBeforeTheGrant() {
    story.chapter("Nothing is allowed yet.");
    tokenIsRefused();
    Answer bare = gateway().get(documents());
    story.check(
        bare.status() == 401,
        "Without a token the gateway answers %d and asks nobody.".formatted(bare.status()));
  }

  private JsonNode granted() {
    story.chapter(client() + " allows it, and signs that with the passkey.");
    Map<String, String> provision =
        Provisions.form(
            "documents-read", holder.id(), LocalDate.now(UntilDate.ZONE).plusDays(DAYS));
    JsonNode grant = consents.give(asking.institution().id(), List.of(provision));
    story.check(
        grant.path("state").asString("").equals("active"),
        "The registry has checked the signature. Version %d: %s."
            .formatted(
                grant.path("version").asInt(),
                Provisions.inWords(asking.pilot(), grant.path("provisions"))));
    return grant;
  }

  private List<JsonNode> answered(String token) {
    story.chapter("The same request is answered now.");
    Answer search = get(token, documents());
    List<JsonNode> found = FhirAnswers.resources(search);
    story.check(
        search.status() == 200 && !found.isEmpty(),
        "The search is answered with %d: %d documents.".formatted(search.status(), found.size()));
    found.forEach(document -> story.tell("        " + FhirAnswers.inWords(document)));
    if (found.isEmpty()) {
      throw new CommandFailed("There is no document to go on with (expected: at least one)");
    }
    String id = found.getFirst().path("id").asString();
    Answer read = get(token, documents() + "/" + id);
    story.check(
        read.status() == 200 && read.json().path("id").asString("").equals(id),
        "Document %s is read: %d.".formatted(id, read.status()));
    Answer content = get(token, fhir("Binary/" + FhirAnswers.binaryId(read.json())));
    story.check(
        content.status() == 200 && content.body().length > 0,
        "Its content arrives: %d, %s, %d bytes."
            .formatted(content.status(), content.contentType(), content.body().length));
    return found;
  }

  private void narrowed(JsonNode grant, String oldToken, List<JsonNode> documents) {
    String kept = documents.getFirst().path("id").asString();
    story.chapter(client() + " narrows it to the one document " + kept + ".");
    Consents.TakenBack narrowed =
        consents.narrow(
            grant.path("id").asString(), Map.of("holder", holder.id(), "document", kept));
    story.check(
        narrowed.state().equals("narrowed"),
        "In force everywhere %d ms after it was written down."
            .formatted(narrowed.effectiveAfterMillis()));
    int old = get(oldToken, documents()).status();
    story.check(old == 401, "The token of before is dead: %d.".formatted(old));
    String token = asking.token(holder.id(), List.of());
    List<String> left = FhirAnswers.ids(get(token, documents()));
    story.check(left.equals(List.of(kept)), "A new token finds this document alone: " + left + ".");
    if (documents.size() > 1) {
      String other = documents.get(1).path("id").asString();
      int gone = get(token, documents() + "/" + other).status();
      story.check(gone == 404, "Document %s is as if it did not exist: %d.".formatted(other, gone));
    }
  }

  private void withdrawn(JsonNode grant) {
    story.chapter(client() + " takes it back.");
    String token = asking.token(holder.id(), List.of());
    int still = get(token, documents()).status();
    story.check(still == 200, "A moment before it is still answered: %d.".formatted(still));
    long sent = System.nanoTime();
    Consents.TakenBack withdrawn = consents.withdraw(grant.path("id").asString());
    long millis = (System.nanoTime() - sent) / 1_000_000;
    story.check(
        withdrawn.state().equals("withdrawn"),
        "The phone shows \"withdrawn\" %d ms after the tap.".formatted(millis));
    int dead = get(token, documents()).status();
    story.check(dead == 401, "The very same request with the very same token: %d.".formatted(dead));
    tokenIsRefused();
  }

  private void tokenIsRefused() {
    Answer refused = asking.askForToken(holder.id(), List.of());
    story.check(
        refused.status() == 400
            && refused.json().path("error").asString("").equals("invalid_authorization_details"),
        "The system of the %s asks the registry for a token: refused (%d, %s)."
            .formatted(
                asking.institution().name(),
                refused.status(),
                refused.json().path("error").asString("no error code")));
  }

  private void logged() {
    story.chapter("What " + client() + " reads about it in the log:");
    List<JsonNode> entries = consents.log(12);
    LogTable.of(entries).lines().forEach(story::tell);
    long answered =
        entries.stream()
            .filter(entry -> entry.path("status").asString("").equals("completed"))
            .count();
    boolean refused =
        entries.stream().anyMatch(entry -> entry.path("decision").asString("").equals("deny"));
    story.check(
        answered >= 4 && refused, "Every request is there, the refused ones with the reason.");
  }

  private String client() {
    return Story.spoken(asking.client().name());
  }

  private String caseworker() {
    return Story.spoken(asking.caseworker().name());
  }

  private String documents() {
    return fhir("DocumentReference");
  }

  private String fhir(String rest) {
    return "/fhir/" + holder.id() + "/" + rest;
  }

  private Endpoint gateway() {
    return asking.pilot().gateway(asking.institution());
  }

  private Answer get(String token, String path) {
    Endpoint gateway = gateway();
    return gateway.send(gateway.request(path).header("Authorization", "Bearer " + token).GET());
  }
}
