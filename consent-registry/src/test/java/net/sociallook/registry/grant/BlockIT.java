package net.sociallook.registry.grant;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  /** Grants: the Jobcenter reads at the youth office, the provider at the Jobcenter. */
  static Stream<Arguments> blocks() {
    return Stream.of(
        Arguments.of(Map.of("kind", "everything"), true, true),
        Arguments.of(Map.of("kind", "institution", "institution", JOBCENTER), true, true),
        Arguments.of(Map.of("kind", "institution", "institution", YOUTH_OFFICE), true, false),
        Arguments.of(Map.of("kind", "institution", "institution", PROVIDER), false, true),
        Arguments.of(
            Map.of("kind", "document", "holder", YOUTH_OFFICE, "document", "akte-1"), true, false),
        Arguments.of(Map.of("kind", "person", "caseworker", "th-001"), false, true),
        Arguments.of(Map.of("kind", "sensitivity", "code", "SUD"), true, true));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void blockRaisesEveryGrantItTouchesAndNoOther(
      Map<String, String> block, boolean raisesJobcenter, boolean raisesProvider) {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE, PROVIDER);
    Answer jobcenter = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    Answer provider = phone.grant(PROVIDER, List.of(provision("documents-read", JOBCENTER)));

    Answer blocked = phone.post("/api/blocks", block).is(200);

    assertThat(blocked.text("state")).isEqualTo("blocked");
    assertThat(version(phone, jobcenter)).isEqualTo(raisesJobcenter ? 2 : 1);
    assertThat(version(phone, provider)).isEqualTo(raisesProvider ? 2 : 1);
    Answer standing = phone.get("/api/blocks").is(200);
    assertThat(standing.json().at("/blocks/0/id").asString()).isEqualTo(blocked.text("block"));
  }

  @Test
  void sameBlockTwiceIsOneBlock() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = phone.grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    Answer first = phone.post("/api/blocks", Map.of("kind", "everything")).is(200);
    Answer second = phone.post("/api/blocks", Map.of("kind", "everything")).is(200);
    assertThat(second.text("block")).isEqualTo(first.text("block"));
    assertThat(version(phone, given)).isEqualTo(2);
  }

  @Test
  void blockWithoutAnyGrantIsInForceToo() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    phone.post("/api/blocks", Map.of("kind", "everything")).is(200);
    assertThat(phone.get("/api/blocks").json().get("blocks")).hasSize(1);
  }

  @Test
  void blockIsLiftedBySignatureOnly() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    String id =
        phone
            .post("/api/blocks", Map.of("kind", "person", "caseworker", "jc-001"))
            .is(200)
            .text("block");
    UUID client = clientOf(id);
    assertThat(REGISTRY.bean(BlockReader.class).blocksOf(client))
        .containsExactly(new Block.Person(new CaseworkerId("jc-001")));

    Answer proposal =
        phone.post("/api/blocks/" + id + "/unblock-proposal", Map.of("language", "de")).is(201);
    assertThat(proposal.text("text")).contains("Weber, Anna");
    phone.post("/api/blocks/" + id + "/removal", phone.signed(proposal)).is(200);

    assertThat(phone.get("/api/blocks").json().get("blocks")).isEmpty();
    assertThat(REGISTRY.bean(BlockReader.class).blocksOf(client)).isEmpty();
  }

  @Test
  void blockStandsAfterAForgedSignature() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    String id = phone.post("/api/blocks", Map.of("kind", "everything")).is(200).text("block");
    Answer proposal =
        phone.post("/api/blocks/" + id + "/unblock-proposal", Map.of("language", "en")).is(201);
    Map<String, Object> forged =
        Map.of(
            "proposal", proposal.text("proposal"),
            "assertion", Phone.assertion(phone.passkey().withoutUserVerification(), proposal));
    phone.post("/api/blocks/" + id + "/removal", forged).isProblem(403, "signature-refused");
    phone.post("/api/blocks/" + id + "/removal", phone.signed(proposal)).isProblem(409, "ended");
    assertThat(phone.get("/api/blocks").json().get("blocks")).hasSize(1);
  }

  @Test
  void signatureForAGrantLiftsNoBlockAndTheOtherWayRound() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    String id = phone.post("/api/blocks", Map.of("kind", "everything")).is(200).text("block");
    Answer grant = phone.propose(JOBCENTER, List.of(provision("messages", YOUTH_OFFICE)));
    Answer unblock =
        phone.post("/api/blocks/" + id + "/unblock-proposal", Map.of("language", "de")).is(201);
    phone.post("/api/blocks/" + id + "/removal", phone.signed(grant)).isProblem(409, "ended");
    phone.post("/api/grants", phone.signed(unblock)).isProblem(409, "ended");
  }

  @Test
  void blockOfAnotherClientDoesNotExist() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    Phone other = Phone.linkedAt(REGISTRY, JOBCENTER);
    String id = phone.post("/api/blocks", Map.of("kind", "everything")).is(200).text("block");
    other
        .post("/api/blocks/" + id + "/unblock-proposal", Map.of("language", "de"))
        .isProblem(404, "not-found");
  }

  static Stream<Map<String, String>> unsound() {
    return Stream.of(
        Map.of("kind", "nothing"),
        Map.of("kind", "everything", "institution", JOBCENTER),
        Map.of("kind", "institution"),
        Map.of("kind", "institution", "institution", "nobody-here"),
        Map.of("kind", "document", "document", "akte-1"),
        Map.of("kind", "document", "holder", YOUTH_OFFICE, "document", "a/b"),
        Map.of("kind", "person", "caseworker", "nobody"),
        Map.of("kind", "sensitivity"),
        Map.of("kind", "everything", "reason", "none needed"),
        Map.of());
  }

  @ParameterizedTest
  @MethodSource("unsound")
  void blockThatIsNotUnderstoodIsRefused(Map<String, String> block) {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    phone.post("/api/blocks", block).isProblem(400, "malformed");
  }

  private static int version(Phone phone, Answer grant) {
    return phone.get("/api/grants/" + grant.text("id")).json().get("version").asInt();
  }

  private static UUID clientOf(String block) {
    return REGISTRY
        .asOwner()
        .sql("select client from registry.block where id = :id")
        .param("id", UUID.fromString(block))
        .query(UUID.class)
        .single();
  }
}
