package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;

class ProposalIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

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

  private static byte[] canonical(Answer proposal) throws Exception {
    return new JsonCanonicalizer(proposal.json().get("document").toString()).getEncodedUTF8();
  }

  private static String hash(byte[] bytes) {
    return Bytes.base64url(Bytes.sha256(bytes));
  }
}
