package net.sociallook.registry.reach;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.RunningRegistry;
import org.junit.jupiter.api.Test;

/** Who acts for a client sees and does what lies between the institutions that endorsed her. */
class ReachIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Family family = Family.of(REGISTRY);

  private String grant(String recipient, String... holders) {
    return family
        .client()
        .grant(
            recipient,
            List.of(holders).stream().map(holder -> provision("documents-read", holder)).toList())
        .text("id");
  }

  @Test
  void linksAreThoseOfTheInstitutionsThatEndorsedHer() {
    assertThat(texts(family.carer().get("/api/links").is(200), "institutions"))
        .containsExactlyInAnyOrder(JOBCENTER, YOUTH_OFFICE);
    assertThat(texts(family.client().get("/api/links").is(200), "institutions"))
        .contains(JOBCENTER, YOUTH_OFFICE, PROVIDER);
  }

  @Test
  void grantShowsWhatIsWithinReachAndNothingElse() {
    String mixed = grant(JOBCENTER, YOUTH_OFFICE, PROVIDER);
    grant(PROVIDER, YOUTH_OFFICE);

    Answer seen = family.carer().get("/api/grants").is(200);

    assertThat(seen.json().toString()).contains(mixed, YOUTH_OFFICE).doesNotContain(PROVIDER);
    assertThat(family.carer().get("/api/grants/" + mixed).is(200).json().toString())
        .doesNotContain(PROVIDER)
        .doesNotContain("signature");
  }

  @Test
  void grantToAnInstitutionBeyondReachIsUnknown() {
    String beyond = grant(PROVIDER, YOUTH_OFFICE);
    String onlyBeyond = grant(JOBCENTER, PROVIDER);

    for (String id : List.of(beyond, onlyBeyond)) {
      family.carer().get("/api/grants/" + id).isProblem(404, "not-found");
      family.carer().post("/api/grants/" + id + "/withdrawal").isProblem(404, "not-found");
      family
          .carer()
          .post("/api/grants/" + id + "/narrowing", Map.of("drop", "documents-read"))
          .isProblem(404, "not-found");
    }
    assertThat(family.client().get("/api/grants/" + beyond).text("state")).isEqualTo("active");
    assertThat(family.client().get("/api/grants/" + onlyBeyond).text("state")).isEqualTo("active");
  }

  @Test
  void withdrawingTakesBackWhatIsWithinReachAlone() {
    String mixed = grant(JOBCENTER, YOUTH_OFFICE, PROVIDER);

    family.carer().post("/api/grants/" + mixed + "/withdrawal").is(200);

    Answer hers = family.client().get("/api/grants/" + mixed).is(200);
    assertThat(hers.text("state")).isEqualTo("active");
    assertThat(hers.json().get("provisions").toString())
        .contains(PROVIDER)
        .doesNotContain(YOUTH_OFFICE);
    assertThat(family.carer().get("/api/grants/" + mixed).text("state")).isEqualTo("withdrawn");
  }

  @Test
  void narrowingLeavesWhatIsBeyondReachAsItIs() {
    String mixed = grant(JOBCENTER, YOUTH_OFFICE, PROVIDER);
    String until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(86_400).toString();

    family.carer().post("/api/grants/" + mixed + "/narrowing", Map.of("until", until)).is(200);

    family
        .client()
        .get("/api/grants/" + mixed)
        .is(200)
        .json()
        .get("provisions")
        .forEach(one ->
            assertThat(one.get("validUntil").asString().equals(until))
                .isEqualTo(one.get("holder").asString().equals(YOUTH_OFFICE)));
  }

  @Test
  void blocksAreSetWithinReachAndThoseBeyondAreNotShown() {
    Map<String, String> provider = Map.of("kind", "institution", "institution", PROVIDER);
    family.client().post("/api/blocks", provider).is(200);
    family.client().post("/api/blocks", Map.of("kind", "everything")).is(200);

    family.carer().post("/api/blocks", provider).isProblem(404, "not-found");
    family.carer().post("/api/blocks", Map.of("kind", "everything")).isProblem(404, "not-found");
    family
        .carer()
        .post("/api/blocks", Map.of("kind", "sensitivity", "code", "SUD"))
        .isProblem(404, "not-found");
    family
        .carer()
        .post("/api/blocks", Map.of("kind", "person", "caseworker", "th-001"))
        .isProblem(404, "not-found");
    family
        .carer()
        .post("/api/blocks", Map.of("kind", "institution", "institution", JOBCENTER))
        .is(200);

    assertThat(family.carer().get("/api/blocks").is(200).json().get("blocks")).hasSize(1);
    assertThat(family.client().get("/api/blocks").is(200).json().get("blocks")).hasSize(3);
  }

  @Test
  void institutionEndsTheRoleAndWithItEverySession() {
    Office office = Office.of(REGISTRY, JOBCENTER);
    String path = "/invitations/" + family.invitations().get(JOBCENTER) + "/representation";

    assertThat(office.delete(path).status()).isEqualTo(204);

    family.carer().get("/api/links").isProblem(401, "no-session");
    family.carer().signIn().is(201);
    assertThat(texts(family.carer().get("/api/links").is(200), "institutions"))
        .containsExactly(YOUTH_OFFICE);
    assertThat(office.delete(path).status()).isEqualTo(204);
    assertThat(Office.of(REGISTRY, PROVIDER).delete(path).status()).isEqualTo(404);
  }

  @Test
  void orderThatIsOverReachesNothing() {
    REGISTRY
        .asOwner()
        .sql(
            "update registry.representation set ends_at = now() where invitation = any(:ids::uuid[])")
        .param("ids", family.invitations().values().toArray(String[]::new))
        .update();

    family.carer().get("/api/links").isProblem(401, "no-session");
    family.carer().signIn().is(201);
    assertThat(texts(family.carer().get("/api/links").is(200), "institutions")).isEmpty();
  }

  @Test
  void clientHerselfIsNotHerRepresentative() {
    Answer invitation =
        Office.of(REGISTRY, JOBCENTER)
            .inviteFor(
                family.pseudonyms().get(JOBCENTER),
                "guardian",
                List.of(),
                Instant.now().plus(30, ChronoUnit.DAYS));
    family.client().accept(invitation.text("code")).isProblem(409, "already-linked");
  }

  @Test
  void ordersThatNobodyCanHaveAreRefused() {
    Office office = Office.of(REGISTRY, JOBCENTER);
    String client = family.pseudonyms().get(JOBCENTER);
    String soon = Instant.now().plus(30, ChronoUnit.DAYS).toString();
    String far = Instant.now().plus(3000, ChronoUnit.DAYS).toString();
    for (Map<String, Object> order :
        List.<Map<String, Object>>of(
            Map.of("client", client, "as", "carer", "areas", List.of(), "until", soon),
            Map.of("client", client, "as", "carer", "areas", List.of("health"), "until", far),
            Map.of("client", client, "as", "guardian", "areas", List.of("health"), "until", soon),
            Map.of(
                "client",
                client,
                "as",
                "guardian",
                "areas",
                List.of(),
                "until",
                "2020-01-01T00:00:00Z"),
            Map.of(
                "client", "0".repeat(32), "as", "guardian", "areas", List.of(), "until", soon))) {
      office
          .post("/invitations", Map.of("caseworker", "jc-001", "representative", order))
          .isProblem(400, "malformed");
    }
  }

  private static List<String> texts(Answer answer, String member) {
    return answer.json().get(member).valueStream().map(one -> one.asString()).toList();
  }
}
