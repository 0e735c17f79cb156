package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.passkey.Bytes;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GrantIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  @Test
  void clientGivesWidensNarrowsWithdrawsAndGivesAgain() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Map<String, String> read = provision("documents-read", YOUTH_OFFICE);

    Answer given = phone.grant(JOBCENTER, List.of(read));
    String path = "/api/grants/" + given.text("id");
    assertThat(given.json().get("version").asInt()).isEqualTo(1);

    Answer widened = phone.grant(JOBCENTER, List.of(provision("goals-view", YOUTH_OFFICE)));
    assertThat(widened.text("id")).isEqualTo(given.text("id"));
    assertThat(permissions(widened)).containsExactly("documents-read", "goals-view");

    Answer narrowed = phone.post(path + "/narrowing", Map.of("drop", "goals-view")).is(200);
    assertThat(narrowed.text("state")).isEqualTo("narrowed");
    assertThat(narrowed.json().get("version").asInt()).isEqualTo(3);
    assertThat(permissions(phone.get(path))).containsExactly("documents-read");

    Answer withdrawn = phone.post(path + "/withdrawal").is(200);
    assertThat(withdrawn.text("state")).isEqualTo("withdrawn");
    assertThat(withdrawn.json().get("sequence").asLong())
        .isGreaterThan(narrowed.json().get("sequence").asLong());
    assertThat(phone.get(path).text("state")).isEqualTo("withdrawn");

    Answer again = phone.grant(JOBCENTER, List.of(read));
    assertThat(again.text("id")).isEqualTo(given.text("id"));
    assertThat(again.json().get("version").asInt()).isEqualTo(5);
    assertThat(permissions(again)).containsExactly("documents-read");

    Answer history = phone.get(path).is(200);
    assertThat(changes(history))
        .containsExactly("signed", "signed", "narrowed", "withdrawn", "signed");
    assertThat(lowestLiveVersion(given.text("id"))).isEqualTo(4);
  }

  @Test
  void wideningLeavesOlderVersionsAlive() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    Answer widened = phone.grant(JOBCENTER, List.of(provision("messages", YOUTH_OFFICE)));
    assertThat(lowestLiveVersion(widened.text("id"))).isEqualTo(1);
  }

  @Test
  void textSaysWhoMayDoWhatWithWhoseDataForHowLong() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Map<String, String> narrow = provision("documents-read", YOUTH_OFFICE);
    narrow.put("caseworker", "jc-001");
    narrow.put("document", "akte-17-3");
    String text = phone.propose(JOBCENTER, List.of(narrow)).is(201).text("text");
    assertThat(text)
        .contains(
            "Jobcenter Nordhausen",
            "Darf Dokumente nur lesen.",
            "Jugendamt Nordhausen",
            "akte-17-3",
            "Weber, Anna",
            "jederzeit",
            "Geld zu kürzen");
  }

  @Test
  void documentCommitsToTextAndToThePreviousDocumentAndIsTheChallenge() throws Exception {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer first = phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    assertThat(first.json().at("/document/previous").isNull()).isTrue();
    phone.post("/api/grants", phone.signed(first)).is(201);

    Answer second = phone.propose(JOBCENTER, List.of(provision("messages", YOUTH_OFFICE)));

    JsonNode document = second.json().get("document");
    assertThat(document.get("previous").asString()).isEqualTo(hash(canonical(first)));
    assertThat(document.get("textHash").asString())
        .isEqualTo(hash(second.text("text").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(second.json().at("/requestOptions/challenge").asString())
        .isEqualTo(hash(canonical(second)));
  }

  @Test
  void proposalIsGoodForOneAssertion() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer proposal = phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    Map<String, Object> signed = phone.signed(proposal);
    phone.post("/api/grants", signed).is(201);
    phone.post("/api/grants", signed).isProblem(409, "ended");
  }

  @Test
  void ofTwoConcurrentPostsOfOneProposalExactlyOneWins() throws Exception {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    for (int round = 0; round < 5; round++) {
      Map<String, String> provision = provision("documents-read", YOUTH_OFFICE);
      provision.put("document", "akte-" + round);
      Map<String, Object> signed = phone.signed(phone.propose(JOBCENTER, List.of(provision)));
      List<Integer> statuses = atOnce(() -> phone.post("/api/grants", signed).status());
      assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }
  }

  @Test
  void ofTwoProposalsForOneVersionTheSecondIsRefused() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer one = phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    Answer other = phone.propose(JOBCENTER, List.of(provision("messages", YOUTH_OFFICE)));
    phone.post("/api/grants", phone.signed(one)).is(201);
    phone.post("/api/grants", phone.signed(other)).isProblem(409, "grant-changed");
  }

  @Test
  void proposalDoesNotSurviveAWithdrawal() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    Answer proposal = phone.propose(JOBCENTER, List.of(provision("messages", YOUTH_OFFICE)));
    phone.post("/api/grants/" + given.text("id") + "/withdrawal").is(200);
    phone.post("/api/grants", phone.signed(proposal)).isProblem(409, "grant-changed");
    assertThat(phone.get("/api/grants/" + given.text("id")).text("state")).isEqualTo("withdrawn");
  }

  @Test
  void proposalIsOverAfterFiveMinutes() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer proposal = phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    REGISTRY
        .asOwner()
        .sql(
            "update registry.proposal set expires_at = expires_at - interval '5 minutes' where id = :id")
        .param("id", UUID.fromString(proposal.text("proposal")))
        .update();
    phone.post("/api/grants", phone.signed(proposal)).isProblem(409, "ended");
  }

  @Test
  void proposalOfAnotherClientDoesNotExist() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Phone other = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer proposal = phone.propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    other.post("/api/grants", phone.signed(proposal)).isProblem(409, "ended");
    phone.post("/api/grants", phone.signed(proposal)).is(201);
  }

  @Test
  void grantOfAnotherClientDoesNotExist() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Phone other = Phone.linkedAt(REGISTRY, JOBCENTER);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id");
    other.get(path).isProblem(404, "not-found");
    other.post(path + "/withdrawal").isProblem(404, "not-found");
    other.post(path + "/narrowing", Map.of("drop", "messages")).isProblem(404, "not-found");
    assertThat(other.get("/api/grants").json().get("grants")).isEmpty();
    assertThat(phone.get(path).text("state")).isEqualTo("active");
  }

  @Test
  void grantNamesLinkedInstitutionsOnly() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    phone
        .propose(JOBCENTER, List.of(provision("documents-read", PROVIDER)))
        .isProblem(422, "not-linked");
    phone
        .propose(PROVIDER, List.of(provision("documents-read", JOBCENTER)))
        .isProblem(422, "not-linked");
    phone
        .propose("nobody-here", List.of(provision("documents-read", JOBCENTER)))
        .isProblem(422, "not-linked");
  }

  @ParameterizedTest
  @CsvSource({
    "permission, sanction",
    "permission, ",
    "holder, ",
    "holder, ../x",
    "purpose, PATRQT",
    "purpose, SANCTION",
    "purpose, ",
    "validFrom, yesterday",
    "validUntil, ",
    "validUntil, 2001-01-01T00:00:00Z",
    "validUntil, 2999-01-01T00:00:00Z",
    "maxConfidentiality, X",
    "caseworker, ya-001",
    "team, ya-u25",
    "document, a b",
    "wildcard, true"
  })
  void provisionThatIsNotSoundIsRefused(String member, String value) {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Map<String, String> provision = new HashMap<>(provision("documents-read", YOUTH_OFFICE));
    if (value == null) {
      provision.remove(member);
    } else {
      provision.put(member, value);
    }
    phone.propose(JOBCENTER, List.of(provision)).isProblem(400, "malformed");
  }

  @Test
  void grantWithoutProvisionsOrInAnUnknownLanguageIsRefused() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    phone.propose(JOBCENTER, List.of()).isProblem(400, "malformed");
    phone
        .post(
            "/api/grant-proposals",
            Map.of(
                "recipient",
                JOBCENTER,
                "provisions",
                List.of(provision("messages", YOUTH_OFFICE)),
                "language",
                "fr"))
        .isProblem(400, "malformed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/grants", "/api/blocks", "/api/links", "/api/institutions"})
  void withoutSessionNothingIsTold(String path) {
    new Phone(REGISTRY).get(path).isProblem(401, "no-session");
  }

  @Test
  void withdrawingTwiceIsWithdrawingOnce() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id") + "/withdrawal";
    Answer first = phone.post(path).is(200);
    Answer second = phone.post(path).is(200);
    assertThat(second.json().get("sequence")).isEqualTo(first.json().get("sequence"));
    assertThat(second.json().get("version")).isEqualTo(first.json().get("version"));
  }

  @Test
  void narrowingReachesOnlyWhatIsMeant() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE, PROVIDER);
    Answer given =
        phone.grant(
            JOBCENTER,
            List.of(
                provision("documents-read", YOUTH_OFFICE), provision("documents-read", PROVIDER)));
    String path = "/api/grants/" + given.text("id");

    phone
        .post(path + "/narrowing", Map.of("holder", YOUTH_OFFICE, "document", "akte-17-3"))
        .is(200);

    JsonNode provisions = phone.get(path).json().get("provisions");
    assertThat(provisions.get(0).path("document").asString()).isEqualTo("akte-17-3");
    assertThat(provisions.get(1).has("document")).isFalse();
  }

  @Test
  void narrowingInTimeEndsEarlier() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id");
    String until =
        Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(3, ChronoUnit.DAYS).toString();
    phone.post(path + "/narrowing", Map.of("until", until)).is(200);
    assertThat(phone.get(path).json().at("/provisions/0/validUntil").asString()).isEqualTo(until);
  }

  @Test
  void droppingAPermissionDropsWhatContainsIt() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("goals-agree", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id");
    phone.post(path + "/narrowing", Map.of("drop", "goals-view")).is(200);
    assertThat(phone.get(path).json().get("provisions")).isEmpty();
  }

  @Test
  void whatIsNotLessIsNoNarrowing() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Map<String, String> provision = provision("documents-read", YOUTH_OFFICE);
    provision.put("document", "akte-1");
    String path =
        "/api/grants/" + phone.grant(JOBCENTER, List.of(provision)).text("id") + "/narrowing";
    phone.post(path, Map.of("until", "2999-01-01T00:00:00Z")).isProblem(422, "not-within");
    phone.post(path, Map.of("drop", "messages")).isProblem(422, "not-within");
    phone
        .post(path, Map.of("holder", YOUTH_OFFICE, "document", "akte-2"))
        .isProblem(422, "not-within");
    phone.post(path, Map.of()).isProblem(400, "malformed");
    phone.post(path, Map.of("holder", YOUTH_OFFICE)).isProblem(400, "malformed");
    phone.post(path, Map.of("document", "akte-1")).isProblem(400, "malformed");
    phone.post(path, Map.of("drop", "nothing")).isProblem(400, "malformed");
    phone.post(path, Map.of("widen", "messages")).isProblem(400, "malformed");
  }

  @Test
  void withdrawnGrantIsNotNarrowed() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String path = "/api/grants/" + given.text("id");
    phone.post(path + "/withdrawal").is(200);
    phone
        .post(path + "/narrowing", Map.of("drop", "documents-read"))
        .isProblem(409, "grant-withdrawn");
  }

  @Test
  void concurrentNarrowingAndWideningNeverLoseEachOther() throws Exception {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    Map<String, Object> widening =
        phone.signed(phone.propose(JOBCENTER, List.of(provision("messages", YOUTH_OFFICE))));
    String path = "/api/grants/" + given.text("id");
    List<Callable<Integer>> both =
        List.of(
            () -> phone.post("/api/grants", widening).status(),
            () -> phone.post(path + "/withdrawal").status());
    List<Integer> statuses = atOnce(both);
    assertThat(statuses.get(1)).isEqualTo(200);
    assertThat(phone.get(path).text("state")).isEqualTo("withdrawn");
  }

  private static int lowestLiveVersion(String grant) {
    return REGISTRY
        .asOwner()
        .sql("select lowest_live_version from registry.consent_grant where id = :id")
        .param("id", UUID.fromString(grant))
        .query(Integer.class)
        .single();
  }

  private static List<Integer> atOnce(Callable<Integer> call) throws Exception {
    return atOnce(List.of(call, call));
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> one : threads.invokeAll(calls)) {
        statuses.add(one.get());
      }
      return statuses;
    }
  }

  private static List<String> permissions(Answer grant) {
    return grant
        .json()
        .get("provisions")
        .valueStream()
        .map(one -> one.get("permission").asString())
        .toList();
  }

  private static List<String> changes(Answer history) {
    return history
        .json()
        .get("versions")
        .valueStream()
        .map(one -> one.get("change").asString())
        .toList();
  }

  private static byte[] canonical(Answer proposal) throws Exception {
    return new JsonCanonicalizer(proposal.json().get("document").toString()).getEncodedUTF8();
  }

  private static String hash(byte[] bytes) {
    return Bytes.base64url(Bytes.sha256(bytes));
  }
}
