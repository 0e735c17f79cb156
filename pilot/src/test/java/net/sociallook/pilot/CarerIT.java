package net.sociallook.pilot;

import static net.sociallook.pilot.roster.Roster.JOBCENTER;
import static net.sociallook.pilot.roster.Roster.YOUTH_OFFICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.http.Refusal;
import net.sociallook.pilot.roster.Client;
import net.sociallook.pilot.roster.Roster;
import net.sociallook.pilot.state.PilotFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/**
 * A legal carer acts for a client with a passkey of her own, over the real gateway: as far as the
 * institutions have vouched for her, and until her last day.
 */
@ExtendWith(SharedPilot.class)
class CarerIT {
  private static final List<String> HERS = List.of(JOBCENTER, YOUTH_OFFICE);
  private static final String DOCUMENTS = "/fhir/" + YOUTH_OFFICE + "/DocumentReference";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Of an order whose end is waited for; long enough for all that comes before, on a busy machine.
   */
  private static final Duration SHORT_ORDER = Duration.ofSeconds(90);

  private final PilotProcess pilot;
  private final Client somebody = somebody();
  private final Carer carer;
  private final Caller jobcenter;

  CarerIT(PilotProcess pilot) {
    this.pilot = pilot;
    this.carer = Carer.of(pilot, client());
    this.jobcenter = Caller.as(pilot, JOBCENTER, somebody.id());
  }

  @AfterEach
  void takeBack() {
    Consents consents = jobcenter.client();
    consents
        .liveGrantTo(JOBCENTER)
        .ifPresent(grant -> consents.withdraw(grant.path("id").asString()));
  }

  @Test
  void whatSheAllowsIsReadAndNothingBeyondThoseWhoVouchForHer() {
    Instant later = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(180, ChronoUnit.DAYS);
    carer.appointedBy(HERS, later);
    Consents consents = new Consents(carer.page());
    consents.give(JOBCENTER, List.of(provision(YOUTH_OFFICE, later)));

    String token = token();
    awaitDocuments(token);

    String beyond = beyond();
    Refusal refused =
        Assertions.assertThrows(
            Refusal.class, () -> consents.give(JOBCENTER, List.of(provision(beyond, later))));
    assertTrue(refused.getMessage().contains("not linked"), refused.getMessage());
    assertEquals(400, jobcenter.askForToken(jobcenter.pseudonym(), beyond).status());
    assertEquals(404, jobcenter.get("/fhir/" + beyond + "/DocumentReference", token).status());
  }

  @Test
  void ofTheClientsOwnDataSheReadsThoseOfWhoVouchesForHer() {
    Instant later = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(180, ChronoUnit.DAYS);
    carer.appointedBy(HERS, later);

    Eventually.within(
        PATIENCE,
        "the client's documents",
        () -> answered(carer.page().get("/api/own/documents")).equals(new TreeSet<>(HERS)));

    assertTrue(client().pseudonyms().containsKey(beyond()));
    assertEquals(404, carer.page().get("/api/own/documents/" + beyond() + "/files/a-1-1").status());
  }

  @Test
  @Timeout(400)
  void afterHerLastDayNothingOfItOpens() {
    Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(SHORT_ORDER);
    carer.appointedBy(HERS, end);
    new Consents(carer.page()).give(JOBCENTER, List.of(provision(YOUTH_OFFICE, end)));
    String token = token();
    awaitDocuments(token);
    assertFalse(end(token).isAfter(end), "the token outlives the order");

    Eventually.within(
        SHORT_ORDER.plus(PATIENCE),
        "the gateway's refusal",
        () -> jobcenter.status(DOCUMENTS, token) == 401);

    assertFalse(Instant.now().isBefore(end), "refused before the end");
    assertEquals(400, jobcenter.askForToken(jobcenter.pseudonym(), YOUTH_OFFICE).status());
    assertTrue(answered(carer.page().get("/api/own/documents")).isEmpty());
  }

  private void awaitDocuments(String token) {
    // A busy machine can cost a gateway its lease for a moment: 503.
    Eventually.within(
        PATIENCE, "an answer of the gateway", () -> jobcenter.status(DOCUMENTS, token) == 200);
    assertTrue(jobcenter.get(DOCUMENTS, token).json().path("entry").size() > 0, "documents");
  }

  private String token() {
    return jobcenter
        .askForToken(jobcenter.pseudonym(), YOUTH_OFFICE)
        .orRefusal("token")
        .json()
        .path("access_token")
        .asString();
  }

  private static Instant end(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("[.]")[1]);
    return Instant.ofEpochSecond(JsonMapper.shared().readTree(claims).path("exp").asLong());
  }

  /** The institutions that answered; none where nobody was asked. */
  private static Set<String> answered(Answer own) {
    return own.json()
        .path("holders")
        .valueStream()
        .filter(one -> one.path("state").asString().equals("answered"))
        .map(one -> one.path("institution").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private PilotFile.Client client() {
    return pilot.file().clients().stream()
        .filter(one -> one.id().equals(somebody.id()))
        .findFirst()
        .orElseThrow();
  }

  /** An institution that knows the client, and not the carer. */
  private String beyond() {
    return somebody.institutions().stream().filter(one -> !HERS.contains(one)).findFirst().get();
  }

  private static Client somebody() {
    return Roster.fieldTrial().clients().stream()
        .filter(one -> one.number() > 40)
        .filter(one -> one.institutions().containsAll(HERS) && one.institutions().size() > 2)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> provision(String holder, Instant until) {
    return Map.of(
        "permission",
        "documents-read",
        "holder",
        holder,
        "purpose",
        "COC",
        "validFrom",
        Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60).toString(),
        "validUntil",
        until.toString(),
        "maxConfidentiality",
        "N");
  }
}
