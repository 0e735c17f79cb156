package net.sociallook.registry.link;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.testbed.SoftwarePasskey;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LinkIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office JOB = Office.of(REGISTRY, JOBCENTER);
  private static final Office YOUTH = Office.of(REGISTRY, YOUTH_OFFICE);

  @Test
  void institutionLearnsPseudonymWhenClientAcceptsAndLinksByEndorsing() {
    Phone phone = new Phone(REGISTRY);
    Answer invitation = JOB.invite();
    String path = "/invitations/" + invitation.text("id");
    assertThat(JOB.get(path).text("state")).isEqualTo("open");

    phone.accept(invitation.text("code")).is(201);

    Answer accepted = JOB.get(path);
    assertThat(accepted.text("state")).isEqualTo("accepted");
    assertThat(phone.get("/api/links").json().get("institutions")).isEmpty();
    assertThat(clientOf(JOBCENTER, accepted.text("pseudonym"))).isEmpty();

    String pseudonym = JOB.endorse(invitation.text("id"));

    assertThat(pseudonym).isEqualTo(accepted.text("pseudonym"));
    assertThat(JOB.get(path).text("state")).isEqualTo("linked");
    assertThat(phone.get("/api/links").json().get("institutions").get(0).asString())
        .isEqualTo(JOBCENTER);
    UUID client = clientOf(JOBCENTER, pseudonym).orElseThrow();
    assertThat(REGISTRY.bean(Pseudonyms.class).of(client, new InstitutionId(JOBCENTER)))
        .hasValue(pseudonym);
  }

  @Test
  void eachInstitutionKnowsTheClientUnderAnotherPseudonymAndAnotherKeyHash() {
    Phone phone = new Phone(REGISTRY);
    Answer first = JOB.invite();
    Answer second = YOUTH.invite();
    phone.accept(first.text("code")).is(201);
    phone.accept(second.text("code")).is(201);
    String atJobcenter = JOB.endorse(first.text("id"));
    String atYouthOffice = YOUTH.endorse(second.text("id"));

    assertThat(atJobcenter).isNotEqualTo(atYouthOffice);
    assertThat(JOB.get("/invitations/" + first.text("id")).text("keyHash"))
        .isNotEqualTo(YOUTH.get("/invitations/" + second.text("id")).text("keyHash"));
    assertThat(clientOf(JOBCENTER, atJobcenter)).isEqualTo(clientOf(YOUTH_OFFICE, atYouthOffice));
    assertThat(clientOf(JOBCENTER, atYouthOffice)).isEmpty();
  }

  @Test
  void pseudonymIsNotReadableInTheDatabase() {
    String pseudonym = new Phone(REGISTRY).linkTo(JOB);
    List<byte[]> stored =
        REGISTRY
            .bean(JdbcClient.class)
            .sql(
                "select pseudonym || pseudonym_lookup as both from link"
                    + " where pseudonym_lookup is not null")
            .query((row, n) -> row.getBytes("both"))
            .list();
    assertThat(stored)
        .isNotEmpty()
        .allSatisfy(bytes ->
            assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(pseudonym));
  }

  @Test
  void codeIsGoodForOneClient() {
    String code = JOB.invite().text("code");
    new Phone(REGISTRY).accept(code).is(201);
    Phone second = Phone.linkedAt(REGISTRY, YOUTH_OFFICE);
    second.accept(code).isProblem(409, "ended");
    new Phone(REGISTRY)
        .post("/api/invitations/acceptance-options", Map.of("code", code))
        .isProblem(409, "ended");
  }

  @Test
  void codeIsNotGoodAfterFifteenMinutes() {
    Answer invitation = JOB.invite();
    JdbcClient database = REGISTRY.bean(JdbcClient.class);
    database
        .sql("update invitation set expires_at = expires_at - interval '15 minutes' where id = :id")
        .param("id", UUID.fromString(invitation.text("id")))
        .update();
    new Phone(REGISTRY)
        .post("/api/invitations/acceptance-options", Map.of("code", invitation.text("code")))
        .isProblem(409, "ended");
    assertThat(JOB.get("/invitations/" + invitation.text("id")).text("state")).isEqualTo("expired");
  }

  @Test
  void codeMayBeTypedInAnyCaseWithBlanksAndHyphens() {
    String code = JOB.invite().text("code");
    String typed = code.toLowerCase().replaceAll("(.{4})(.{4})(.{4})", "$1-$2 $3");
    new Phone(REGISTRY).accept(typed).is(201);
  }

  @Test
  void registrationChallengeIsGoodOnce() {
    Phone phone = new Phone(REGISTRY);
    String code = JOB.invite().text("code");
    Answer options =
        phone.post("/api/invitations/acceptance-options", Map.of("code", code)).is(200);
    phone.post("/api/invitations/acceptance", phone.acceptance(code, options)).is(201);

    Phone other = new Phone(REGISTRY);
    String otherCode = JOB.invite().text("code");
    other
        .post("/api/invitations/acceptance", other.acceptance(otherCode, options))
        .isProblem(409, "ended");
  }

  @Test
  void passkeyWithoutUserVerificationIsRefused() {
    SoftwarePasskey careless =
        SoftwarePasskey.create("localhost", Phone.ORIGIN).withoutUserVerification();
    new Phone(REGISTRY, careless)
        .accept(JOB.invite().text("code"))
        .isProblem(403, "signature-refused");
  }

  @Test
  void passkeyOfAnotherOriginIsRefused() {
    SoftwarePasskey fished = SoftwarePasskey.create("localhost", "http://localhost:6666");
    new Phone(REGISTRY, fished)
        .accept(JOB.invite().text("code"))
        .isProblem(403, "signature-refused");
  }

  @Test
  void clientIsLinkedToAnInstitutionOnce() {
    Phone phone = Phone.linkedAt(REGISTRY, JOBCENTER);
    phone.accept(JOB.invite().text("code")).isProblem(409, "already-linked");
  }

  @Test
  void acceptanceWithoutSessionAndWithoutPasskeyIsRefused() {
    new Phone(REGISTRY)
        .post("/api/invitations/acceptance", Map.of("code", JOB.invite().text("code")))
        .isProblem(401, "no-session");
  }

  @Test
  void invitationOfAnotherInstitutionDoesNotExist() {
    String path = "/invitations/" + JOB.invite().text("id");
    YOUTH.get(path).isProblem(404, "not-found");
    YOUTH.put(path + "/endorsement", Map.of("endorsement", "a.b.c")).isProblem(404, "not-found");
  }

  @Test
  void invitationByACaseworkerOfAnotherInstitutionIsRefused() {
    JOB.post("/invitations", Map.of("caseworker", "ya-001")).isProblem(400, "malformed");
  }

  @Test
  void unknownMemberIsRefused() {
    JOB.post("/invitations", Map.of("caseworker", "jc-001", "days", 3)).isProblem(400, "malformed");
  }

  @Test
  void endorsementMustSayExactlyWhatWasAccepted() {
    Phone phone = new Phone(REGISTRY);
    Answer invitation = JOB.invite();
    String id = invitation.text("id");
    phone.accept(invitation.text("code")).is(201);
    Answer accepted = JOB.get("/invitations/" + id).is(200);
    String keyHash = accepted.text("keyHash");
    String pseudonym = accepted.text("pseudonym");
    String otherHash =
        keyHash.startsWith("A") ? "B" + keyHash.substring(1) : "A" + keyHash.substring(1);
    JWTClaimsSet good =
        new JWTClaimsSet.Builder()
            .issuer(JOBCENTER)
            .issueTime(new Date())
            .jwtID(id)
            .claim("patient", pseudonym)
            .claim("key_hash", keyHash)
            .build();
    var keys = RunningRegistry.directory().signingKeys();

    List<String> wrong =
        List.of(
            Office.jws(keys.get(YOUTH_OFFICE), good),
            JOB.endorsement(UUID.randomUUID().toString(), keyHash, pseudonym),
            JOB.endorsement(id, otherHash, pseudonym),
            JOB.endorsement(id, keyHash, "0123456789abcdef0123456789abcdef"),
            Office.jws(
                keys.get(JOBCENTER), new JWTClaimsSet.Builder(good).issuer(YOUTH_OFFICE).build()),
            Office.jws(
                keys.get(JOBCENTER),
                new JWTClaimsSet.Builder(good)
                    .issueTime(Date.from(Instant.now().plusSeconds(600)))
                    .build()),
            Office.jws(
                keys.get(JOBCENTER), new JWTClaimsSet.Builder(good).claim("more", 1).build()),
            Office.jws(keys.get(JOBCENTER), good).replaceAll(".$", "!"),
            "nonsense");

    for (String jws : wrong) {
      JOB.put("/invitations/" + id + "/endorsement", Map.of("endorsement", jws))
          .isProblem(403, "endorsement-refused");
    }
    assertThat(JOB.get("/invitations/" + id).text("state")).isEqualTo("accepted");
    JOB.put(
            "/invitations/" + id + "/endorsement",
            Map.of("endorsement", Office.jws(keys.get(JOBCENTER), good)))
        .is(200);
  }

  private static java.util.Optional<UUID> clientOf(String institution, String pseudonym) {
    return REGISTRY.bean(Pseudonyms.class).clientOf(new InstitutionId(institution), pseudonym);
  }
}
