package net.sociallook.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.roster.Roster;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every institution of the pilot holds data, in whatever system, and pages through it. */
@ExtendWith(SharedPilot.class)
class AllHoldersIT {
  private static final Roster ROSTER = Roster.fieldTrial();
  private static final List<String> PERMISSIONS =
      List.of("documents-read", "appointments-arrange", "messages", "contact-view");

  private final PilotProcess pilot;

  AllHoldersIT(PilotProcess pilot) {
    this.pilot = pilot;
  }

  static Stream<String> holders() {
    return ROSTER.institutions().stream().map(Institution::id);
  }

  @ParameterizedTest
  @MethodSource("holders")
  void showsWhatWasGrantedPageByPage(String holder) {
    String asking = holder.equals(Roster.YOUTH_OFFICE) ? Roster.JOBCENTER : Roster.YOUTH_OFFICE;
    Client client = someClientOf(holder);
    Caller caller = Caller.as(pilot, asking, client.id());
    Consents consents = caller.client();
    String grant = give(consents, asking, holder);
    String token =
        caller
            .askForToken(caller.pseudonym(), holder)
            .orRefusal("token")
            .json()
            .path("access_token")
            .asString();
    String base = "/fhir/" + holder + "/";
    // A busy machine can cost a gateway its lease for a moment: 503.
    Eventually.within(
        Duration.ofSeconds(20),
        "an answer of " + holder,
        () -> caller.get(base + "DocumentReference?_count=1", token).status() == 200);
    List<String> all = ids(caller.get(base + "DocumentReference?_count=100", token));
    assertFalse(all.isEmpty(), "documents at " + holder);
    assertEquals(all, pageByPage(caller, token, base + "DocumentReference?_count=1"));
    Answer file = caller.get(base + "Binary/" + all.getFirst() + "-1", token);
    assertEquals(200, file.status());
    assertTrue(file.body().length > 0);
    assertFalse(ids(caller.get(base + "Appointment?_count=100", token)).isEmpty());
    assertEquals(200, caller.get(base + "Communication?_count=100", token).status());
    Answer contact = caller.get(base + "Patient/" + caller.pseudonym(), token);
    assertEquals(caller.pseudonym(), contact.json().path("id").asString());
    assertEquals(client.family(), contact.json().at("/name/0/family").asString());
    consents.withdraw(grant);
    assertEquals(401, caller.get(base + "DocumentReference", token).status());
  }

  /** One whom no other test needs. */
  private static Client someClientOf(String holder) {
    return ROSTER.clients().stream()
        .filter(client -> client.number() > 35 && client.institutions().contains(holder))
        .findFirst()
        .orElseThrow();
  }

  private static String give(Consents consents, String recipient, String holder) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<Map<String, String>> provisions =
        PERMISSIONS.stream()
            .map(permission ->
                Map.of(
                    "permission",
                    permission,
                    "holder",
                    holder,
                    "purpose",
                    "COC",
                    "validFrom",
                    now.toString(),
                    "validUntil",
                    now.plus(1, ChronoUnit.DAYS).toString(),
                    "maxConfidentiality",
                    "R"))
            .toList();
    return consents.give(recipient, provisions).path("id").asString();
  }

  private static List<String> pageByPage(Caller caller, String token, String first) {
    List<String> ids = new ArrayList<>();
    String next = first;
    while (!next.isEmpty()) {
      Answer page = caller.get(next, token);
      assertEquals(200, page.status(), next);
      ids.addAll(ids(page));
      next = next(page.json());
      assertTrue(ids.size() < 1000, "pages without end");
    }
    return ids;
  }

  private static String next(JsonNode bundle) {
    return bundle.path("link").values().stream()
        .filter(link -> link.path("relation").asString().equals("next"))
        .map(link -> URI.create(link.path("url").asString()))
        .map(url -> url.getRawPath() + "?" + url.getRawQuery())
        .findFirst()
        .orElse("");
  }

  private static List<String> ids(Answer searchset) {
    return searchset.json().path("entry").values().stream()
        .map(entry -> entry.path("resource").path("id").asString())
        .toList();
  }
}
