package net.sociallook.registry.reach;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.grant.Evidence;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.link.Pseudonyms;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody signs for a client says so, and is held within her reach and her order. */
class RepresentedGrantIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();

  private final Family family = Family.of(REGISTRY);

  private Answer proposed(Map<String, String> provision) {
    return family.carer().propose(JOBCENTER, List.of(provision));
  }

  @Test
  void signedDocumentSaysInWhoseCapacityAndUnderWhichEndorsement() {
    Answer proposal = proposed(provision("documents-read", YOUTH_OFFICE)).is(201);

    JsonNode onBehalf = proposal.json().get("document").get("onBehalf");
    assertThat(onBehalf.get("as").asString()).isEqualTo("carer");
    assertThat(onBehalf.get("endorsements").get(YOUTH_OFFICE).asString())
        .isEqualTo(family.invitations().get(YOUTH_OFFICE));
    assertThat(proposal.text("text")).startsWith("Ich handle als rechtliche Betreuung");
  }

  @Test
  void clientsOwnDocumentHasNoSuchMember() {
    Answer proposal =
        family
            .client()
            .propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)))
            .is(201);
    assertThat(proposal.json().get("document").has("onBehalf")).isFalse();
  }

  @Test
  void grantRestsOnTheHoldersEndorsementOfHerKey() {
    family.carer().grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));

    Evidence evidence = evidence(YOUTH_OFFICE).orElseThrow();

    assertThat(evidence.isFor(family.pseudonyms().get(YOUTH_OFFICE))).isTrue();
    assertThat(evidence.until()).isPresent();
  }

  @Test
  void whatTheClientAllowedBeyondReachStaysAndRestsOnHerOwnWord() {
    family
        .client()
        .grant(
            JOBCENTER,
            List.of(provision("documents-read", PROVIDER), provision("goals-view", YOUTH_OFFICE)));

    Answer proposal = proposed(provision("messages", YOUTH_OFFICE)).is(201);
    assertThat(proposal.json().get("document").toString()).doesNotContain(PROVIDER);
    family.carer().post("/api/grants", family.carer().signed(proposal)).is(201);

    Answer hers = family.client().get("/api/grants").is(200);
    List<String> holders = new ArrayList<>();
    hers.json()
        .get("grants")
        .get(0)
        .get("provisions")
        .forEach(one -> holders.add(one.get("permission").asString()));
    assertThat(holders).containsExactlyInAnyOrder("documents-read", "goals-view", "messages");
    assertThat(evidence(PROVIDER).orElseThrow().until()).isEmpty();
    assertThat(evidence(YOUTH_OFFICE).orElseThrow().until()).isPresent();
  }

  @Test
  void grantOfAnOrderThatIsOverRestsOnNothing() {
    family.carer().grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    REGISTRY
        .asOwner()
        .sql("update registry.representation set ends_at = now() where invitation = :id::uuid")
        .param("id", family.invitations().get(YOUTH_OFFICE))
        .update();

    assertThat(evidence(YOUTH_OFFICE)).isEmpty();
  }

  @Test
  void nothingIsGivenBeyondReachOrForLongerThanTheOrderLasts() {
    family
        .carer()
        .propose(PROVIDER, List.of(provision("documents-read", YOUTH_OFFICE)))
        .isProblem(422, "not-linked");
    proposed(provision("documents-read", PROVIDER)).isProblem(422, "not-linked");
    Map<String, String> wanted = provision("documents-read", YOUTH_OFFICE);
    family.appoint(
        REGISTRY,
        YOUTH_OFFICE,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(10, ChronoUnit.DAYS));
    end(YOUTH_OFFICE);
    proposed(wanted).isProblem(422, "not-linked");
  }

  @Test
  void nobodyElseAnswersWhatWasPutBeforeHer() {
    Answer hers = proposed(provision("documents-read", YOUTH_OFFICE)).is(201);
    Answer clients =
        family
            .client()
            .propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)))
            .is(201);

    family.client().post("/api/grants", family.client().signed(hers)).isProblem(409, "ended");
    family.carer().post("/api/grants", family.carer().signed(clients)).isProblem(409, "ended");
  }

  private void end(String institution) {
    REGISTRY
        .asOwner()
        .sql(
            "update registry.representation set ended_at = now(), ended_by = 'institution'"
                + " where institution = :institution and representative ="
                + " (select representative from registry.representation where invitation = :id::uuid)")
        .param("institution", institution)
        .param("id", family.invitations().get(institution))
        .update();
  }

  /** What a token of the Jobcenter for this holder's data would carry first. */
  private Optional<Evidence> evidence(String holder) {
    UUID client =
        REGISTRY
            .bean(Pseudonyms.class)
            .clientOf(new InstitutionId(holder), family.pseudonyms().get(holder))
            .orElseThrow();
    return REGISTRY
        .bean(GrantReader.class)
        .currentFor(client, new InstitutionId(JOBCENTER), new InstitutionId(holder))
        .orElseThrow()
        .proofs()
        .stream()
        .findFirst()
        .map(proven -> proven.evidence());
  }
}
