package net.sociallook.registry.capture;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.grant.Proven;
import net.sociallook.registry.link.Pseudonyms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Clients without a device: linked, captured before a witness, taken back. */
class CaptureIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final InstitutionId JOB = new InstitutionId(JOBCENTER);
  private static final InstitutionId YOUTH = new InstitutionId(YOUTH_OFFICE);

  @Test
  void grantExistsOnceTheInstitutionHasStatedIt() {
    Desk desk = Desk.of(REGISTRY);
    Answer prepared = desk.prepare("assisted", "documents-read");
    assertThat(prepared.text("state")).isEqualTo("unstated");
    assertThat(prepared.text("text"))
        .contains("Ich erlaube: Jobcenter Nordhausen", "Kaya, Deniz", "kein eigenes Gerät");
    assertThat(given(desk)).isEmpty();

    String statement = desk.statement(prepared);
    assertThat(desk.state(prepared, statement).is(200).text("state")).isEqualTo("given");

    assertThat(given(desk)).hasSize(1);
    assertThat(desk.state(prepared, statement).is(200).text("state")).isEqualTo("given");
    assertThat(given(desk).get(0).get("version").asInt()).isEqualTo(1);
  }

  @Test
  void paperNeedsTheSignedSheet() {
    Desk desk = Desk.of(REGISTRY);
    Answer prepared = desk.prepare("paper", "documents-read");
    assertThat(prepared.text("state")).isEqualTo("unsigned");
    assertThat(prepared.json().has("claims")).isFalse();
    String path = "/captures/" + prepared.text("id") + "/scan";
    String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
    String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
    desk.youth()
        .put(path, Map.of("sha256", hash, "signedOn", "2020-01-01"))
        .isProblem(400, "malformed");
    desk.youth().put(path, Map.of("sha256", "AAAA", "signedOn", today)).isProblem(400, "malformed");
    Answer signed = desk.youth().put(path, Map.of("sha256", hash, "signedOn", today)).is(200);
    assertThat(signed.json().get("claims").get("signed_on").asString()).isEqualTo(today);

    desk.state(signed, desk.statement(signed)).is(200);

    assertThat(proofs(desk).getFirst().evidence().level()).isEqualTo(EvidenceLevel.PAPER);
    desk.youth().put(path, Map.of("sha256", hash, "signedOn", today)).isProblem(409, "ended");
  }

  static Stream<Arguments> otherStatements() {
    return Stream.of(
        Arguments.of("iss", "jobcenter-nordhausen"),
        Arguments.of("jti", UUID.randomUUID().toString()),
        Arguments.of("patient", "00000000000000000000000000000000"),
        Arguments.of("document", Base64.getUrlEncoder().encodeToString(new byte[33])),
        Arguments.of("level", "paper"),
        Arguments.of("witness", "ya-001"),
        Arguments.of("scan", "AAAA"),
        Arguments.of("iat", java.util.Date.from(Instant.now().minusSeconds(7200))));
  }

  @ParameterizedTest
  @MethodSource("otherStatements")
  void statementThatSaysSomethingElseIsRefused(String claim, Object value) {
    Desk desk = Desk.of(REGISTRY);
    Answer prepared = desk.prepare("assisted", "documents-read");
    Map<String, Object> claims = Desk.claims(prepared);
    claims.put(claim, value);
    desk.state(prepared, Desk.sign(Desk.key(YOUTH_OFFICE), "sociallook-witness+jwt", claims))
        .isProblem(403, "statement-refused");
    assertThat(given(desk)).isEmpty();
  }

  @Test
  void onlyTheInstitutionItselfCanStateIt() {
    Desk desk = Desk.of(REGISTRY);
    Answer prepared = desk.prepare("assisted", "documents-read");
    Map<String, Object> claims = Desk.claims(prepared);
    desk.state(prepared, Desk.sign(Desk.key(JOBCENTER), "sociallook-witness+jwt", claims))
        .isProblem(403, "statement-refused");
    desk.state(prepared, Desk.sign(Desk.key(YOUTH_OFFICE), "sociallook-endorsement+jwt", claims))
        .isProblem(403, "statement-refused");
    desk.job().get("/captures/" + prepared.text("id")).isProblem(404, "not-found");
    assertThat(given(desk)).isEmpty();
  }

  @Test
  void nobodyCapturesForDataOfOthersOrWithoutASecondPerson() {
    Desk desk = Desk.of(REGISTRY);
    Map<String, Object> others = desk.wish("assisted");
    others.put("provisions", List.of(Phone.provision("documents-read", JOBCENTER)));
    desk.youth().post("/captures", others).isProblem(400, "malformed");
    Map<String, Object> alone = desk.wish("assisted", "documents-read");
    alone.put("witness", "ya-001");
    desk.youth().post("/captures", alone).isProblem(400, "malformed");
    Map<String, Object> foreign = desk.wish("assisted", "documents-read");
    foreign.put("witness", "jc-001");
    desk.youth().post("/captures", foreign).isProblem(400, "malformed");
    Map<String, Object> passkey = desk.wish("passkey", "documents-read");
    desk.youth().post("/captures", passkey).isProblem(400, "malformed");
    Map<String, Object> own = desk.wish("assisted");
    own.put("patient", desk.atJob());
    own.put("caseworker", "jc-001");
    own.put("witness", "jc-002");
    own.put("provisions", List.of(Phone.provision("documents-read", YOUTH_OFFICE)));
    desk.job().post("/captures", own).isProblem(400, "malformed");
  }

  @Test
  void captureLeavesWhatStandsAndWhatChangedMeanwhileWins() {
    Desk desk = Desk.of(REGISTRY);
    desk.give("documents-read");
    Answer late = desk.prepare("assisted", "messages");
    desk.give("goals-view");
    assertThat(given(desk).get(0).get("provisions")).hasSize(2);
    desk.state(late, desk.statement(late)).isProblem(409, "grant-changed");
    assertThat(given(desk).get(0).get("provisions")).hasSize(2);
  }

  @Test
  void proofCarriesNothingThatWasTakenBackSince() {
    Desk desk = Desk.of(REGISTRY);
    desk.give("documents-read");
    assertThat(proofs(desk)).hasSize(1);
    takeBack(desk, Map.of("recipient", JOBCENTER)).is(200);
    desk.give("messages");
    assertThat(proofs(desk).stream().flatMap(one -> one.provisions().stream()))
        .extracting(one -> one.permission().code())
        .containsExactly("messages");
  }

  @Test
  void clientWithoutADeviceTakesBackAtOnce() {
    Desk desk = Desk.of(REGISTRY);
    desk.give("documents-read", "messages");
    assertThat(
            takeBack(desk, Map.of("recipient", JOBCENTER, "narrowing", Map.of("drop", "messages")))
                .is(200)
                .text("state"))
        .isEqualTo("in-force");
    assertThat(given(desk).get(0).get("provisions")).hasSize(1);
    takeBack(desk, Map.of("recipient", JOBCENTER)).is(200);
    assertThat(given(desk)).isEmpty();
    assertThat(
            REGISTRY
                .bean(TakingBackInPerson.class)
                .recorded(client(JOB, desk.atJob()).orElseThrow(), JOB))
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.caseworker().value()).isEqualTo("ya-002"));
    takeBack(desk, Map.of("recipient", "traeger-horizont")).is(200);
    takeBack(desk, Map.of()).is(200);
    desk.give("documents-read");
    assertThat(given(desk)).isEmpty();
    takeBack(desk, Map.of("recipient", "nobody")).isProblem(400, "malformed");
    takeBack(desk, Map.of("narrowing", Map.of("drop", "messages"))).isProblem(400, "malformed");
    takeBack(desk, Map.of("caseworker", "jc-001")).isProblem(400, "malformed");
  }

  @Test
  void whoHasAPasskeyIsNotActedFor() {
    Phone phone = new Phone(REGISTRY);
    Office youth = Office.of(REGISTRY, YOUTH_OFFICE);
    String patient = phone.linkTo(youth);
    youth
        .post("/withdrawals", Map.of("patient", patient, "caseworker", "ya-001"))
        .isProblem(409, "has-passkey");
    String code = Office.of(REGISTRY, JOBCENTER).invite().text("code");
    youth
        .post(
            "/invitations/acceptance",
            Map.of("patient", patient, "caseworker", "ya-001", "code", code))
        .isProblem(409, "has-passkey");
    phone.accept(code).is(201);
  }

  @Test
  void withoutAnEndorsementNobodyIsLinked() {
    Office youth = Office.of(REGISTRY, YOUTH_OFFICE);
    Answer linked =
        youth
            .post("/invitations/in-person", Map.of("caseworker", "ya-001", "witness", "ya-002"))
            .is(201);
    Answer state = youth.get("/invitations/" + linked.text("id")).is(200);
    assertThat(state.text("state")).isEqualTo("accepted");
    assertThat(client(YOUTH, state.text("pseudonym"))).isEmpty();
    youth.endorse(linked.text("id"));
    assertThat(client(YOUTH, state.text("pseudonym"))).isPresent();
    youth
        .post("/invitations/in-person", Map.of("caseworker", "ya-001", "witness", "ya-001"))
        .isProblem(400, "malformed");
  }

  private static Answer takeBack(Desk desk, Map<String, Object> what) {
    Map<String, Object> all =
        new java.util.LinkedHashMap<>(Map.of("patient", desk.atYouth(), "caseworker", "ya-002"));
    all.putAll(what);
    return desk.youth().post("/withdrawals", all);
  }

  /** What the Jobcenter has of her now. */
  private static JsonNode given(Desk desk) {
    return desk.job()
        .get("/consents?patient=" + desk.atJob() + "&state=active")
        .is(200)
        .json()
        .get("consents");
  }

  private static List<Proven> proofs(Desk desk) {
    return REGISTRY
        .bean(GrantReader.class)
        .currentFor(client(JOB, desk.atJob()).orElseThrow(), JOB, YOUTH)
        .orElseThrow()
        .proofs();
  }

  private static Optional<UUID> client(InstitutionId institution, String pseudonym) {
    return REGISTRY.bean(Pseudonyms.class).clientOf(institution, pseudonym);
  }
}
