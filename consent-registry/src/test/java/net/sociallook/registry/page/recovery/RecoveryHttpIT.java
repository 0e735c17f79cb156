package net.sociallook.registry.page.recovery;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.grant.KeyStep;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.token.MovedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What new access reaches while it waits, and what makes it whole or ends it. */
class RecoveryHttpIT {
  private static final RunningRegistry REGISTRY = Pages.registry();
  private static final Office JOB = Office.of(REGISTRY, JOBCENTER);
  private static final Duration OBJECTION = Duration.ofHours(72);

  @Test
  void waitingAccessReachesTheInvitingInstitutionAlone() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    lost.old().grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));

    String invitation = lost.recoveredAt(JOBCENTER);

    assertThat(lost.state(JOBCENTER, invitation)).isEqualTo("waiting");
    assertThat(lost.young().get("/api/links").json().get("institutions").toString())
        .isEqualTo("[\"" + JOBCENTER + "\"]");
    assertThat(lost.chain(JOBCENTER).orElseThrow().steps()).isEmpty();
    assertThat(lost.chain(YOUTH_OFFICE)).isEmpty();
    Visitor visitor = new Visitor(REGISTRY, lost.young());
    assertThat(visitor.open("/").location()).isEqualTo("/recovery");
    assertThat(visitor.open("/recovery").body())
        .contains("Ihr neuer Zugang wartet noch", "Jobcenter Nordhausen")
        .doesNotContain("Jugendamt");
    lost.young().signIn().is(201);
    assertThat(visitor.open("/own").body()).doesNotContain("Jugendamt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/grants", "/api/log", "/api/blocks", "/api/consent-requests"})
  void waitingAccessIsShownNothingElse(String path) {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    lost.recoveredAt(JOBCENTER);

    lost.young().get(path).isProblem(422, "not-linked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/log", "/blocks", "/devices", "/grants/new", "/requests/x"})
  void waitingAccessIsLedToWhatItCanDo(String path) {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    lost.recoveredAt(JOBCENTER);

    assertThat(new Visitor(REGISTRY, lost.young()).open(path).location()).isEqualTo("/recovery");
  }

  @Test
  void waitingAccessGivesNothing() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER);
    lost.recoveredAt(JOBCENTER);

    lost.young()
        .propose(JOBCENTER, List.of(provision("documents-read", JOBCENTER)))
        .isProblem(422, "not-linked");
  }

  @Test
  void oldDeviceIsToldAndItsSignatureMakesTheAccessWhole() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    Answer given = lost.old().grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
    String invitation = lost.recoveredAt(JOBCENTER);
    Visitor visitor = new Visitor(REGISTRY, lost.old());
    assertThat(visitor.open("/").body()).contains("/recovery/" + lost.waiting());
    assertThat(visitor.open("/recovery/" + lost.waiting()).body()).contains("Waren Sie das?");

    lost.confirm(lost.old().passkey()).is(204);

    assertThat(lost.state(JOBCENTER, invitation)).isEqualTo("full");
    assertThat(lost.clientOf(lost.young())).isEqualTo(lost.client());
    lost.young().get("/api/grants/" + given.text("id")).is(200);
    assertThat(lost.chain(YOUTH_OFFICE).orElseThrow().steps())
        .singleElement()
        .isInstanceOf(KeyStep.ByKey.class);
    assertThat(visitor.open("/").body()).doesNotContain("/recovery/");
    lost.young().grant(JOBCENTER, List.of(provision("appointments-arrange", YOUTH_OFFICE)));
    lost.confirm(lost.old().passkey()).isProblem(409, "ended");
  }

  @Test
  void nobodyElseConfirms() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER);
    String invitation = lost.recoveredAt(JOBCENTER);

    lost.confirm(lost.young().passkey()).isProblem(403, "signature-refused");
    Phone stranger = Phone.linkedAt(REGISTRY, JOBCENTER);
    lost.confirm(stranger.passkey()).isProblem(403, "signature-refused");

    assertThat(lost.state(JOBCENTER, invitation)).isEqualTo("waiting");
    Visitor foreign = new Visitor(REGISTRY, stranger);
    assertThat(foreign.open("/recovery/" + lost.waiting()).status()).isEqualTo(404);
    assertThat(foreign.send("/recovery/" + lost.waiting() + "/refusal").status()).isEqualTo(404);
    lost.confirm(lost.old().passkey()).is(204);
  }

  @Test
  void secondInstitutionMakesTheAccessWhole() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE, PROVIDER);
    lost.recoveredAt(JOBCENTER);

    String invitation = lost.recoveredAt(YOUTH_OFFICE);

    assertThat(lost.state(YOUTH_OFFICE, invitation)).isEqualTo("full");
    KeyStep.ByRecovery step =
        (KeyStep.ByRecovery) lost.chain(PROVIDER).orElseThrow().steps().getFirst();
    assertThat(step.words()).hasSize(2);
    assertThat(lost.chain(YOUTH_OFFICE).orElseThrow().steps()).isEmpty();
  }

  @Test
  void nobodySayingNoFor72HoursMakesTheAccessWhole() {
    try (RunningRegistry registry = Pages.start(Map.of(), MovedClock.class)) {
      Lost lost = Lost.linkedAt(registry, JOBCENTER, YOUTH_OFFICE);
      String invitation = lost.recoveredAt(JOBCENTER);
      Visitor visitor = new Visitor(registry, lost.young());

      String before =
          MovedClock.later(
              OBJECTION.minusMinutes(2),
              () -> {
                lost.young().signIn().is(201);
                return visitor.open("/").location();
              });
      assertThat(before).isEqualTo("/recovery");
      assertThat(lost.state(JOBCENTER, invitation)).isEqualTo("waiting");

      MovedClock.later(
          OBJECTION.plusMinutes(2),
          () -> {
            lost.young().signIn().is(201);
            assertThat(visitor.open("/recovery").location()).isEqualTo("/");
            assertThat(lost.state(JOBCENTER, invitation)).isEqualTo("full");
            KeyStep.ByRecovery step =
                (KeyStep.ByRecovery) lost.chain(YOUTH_OFFICE).orElseThrow().steps().getFirst();
            assertThat(step.words()).hasSize(1);
            return lost.young().get("/api/grants").is(200);
          });
    }
  }

  @Test
  void noIsForGoodAndTheInstitutionIsTold() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    String invitation = lost.recoveredAt(JOBCENTER);
    lost.young().signIn().is(201);
    UUID waiting = lost.waiting();
    Visitor visitor = new Visitor(REGISTRY, lost.old());

    visitor.send("/recovery/" + waiting + "/refusal");
    visitor.send("/recovery/" + waiting + "/refusal");

    assertThat(lost.state(JOBCENTER, invitation)).isEqualTo("refused");
    lost.young().get("/api/session").isProblem(401, "no-session");
    lost.young().signIn().isProblem(403, "signature-refused");
    lost.confirm(lost.old().passkey()).isProblem(409, "ended");
    assertThat(visitor.open("/recovery/" + waiting).body())
        .contains("Der neue Zugang ist gelöscht");
    assertThat(visitor.open("/devices").body()).contains("Abgelehnter Zugang");
    assertThat(visitor.open("/").body()).doesNotContain("/recovery/");
  }

  @Test
  void whoRemovedHerLastDeviceComesBack() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER, YOUTH_OFFICE);
    String device = Bytes.base64url(Bytes.sha256(Lost.credential(lost.old().passkey())));
    new Visitor(REGISTRY, lost.old()).send("/devices/" + device + "/removal", "understood", "true");

    lost.recoveredAt(JOBCENTER);
    lost.recoveredAt(YOUTH_OFFICE);

    lost.young().signIn().is(201);
    lost.young().grant(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)));
  }

  @Test
  void endorsementNamesTheKeyThatIsReplaced() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER);
    Answer invitation = JOB.reinvite(lost.pseudonyms().get(JOBCENTER));
    String path = "/invitations/" + invitation.text("id");
    lost.young().accept(invitation.text("code")).is(201);
    Answer accepted = JOB.get(path).is(200);
    String id = invitation.text("id");

    for (String wrong :
        List.of(
            JOB.endorsement(id, accepted.text("keyHash"), accepted.text("pseudonym")),
            JOB.replacement(id, accepted, accepted.text("keyHash")))) {
      JOB.put(path + "/endorsement", Map.of("endorsement", wrong))
          .isProblem(403, "endorsement-refused");
    }

    assertThat(JOB.get(path).text("state")).isEqualTo("accepted");
  }

  @Test
  void onlyAKnownClientIsInvitedAnew() {
    String elsewhere = Lost.linkedAt(REGISTRY, YOUTH_OFFICE).pseudonyms().get(YOUTH_OFFICE);

    JOB.post("/invitations", Map.of("caseworker", "jc-001", "recovers", elsewhere))
        .isProblem(400, "malformed");
  }

  @Test
  void waitingAccessActsForNobody() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER);
    lost.recoveredAt(JOBCENTER);
    String other = Lost.linkedAt(REGISTRY, JOBCENTER).pseudonyms().get(JOBCENTER);
    Answer invitation =
        JOB.inviteFor(other, "guardian", List.of(), Instant.now().plus(Duration.ofDays(30)));

    lost.young().accept(invitation.text("code")).isProblem(422, "not-linked");
  }

  @Test
  void accessOfAnotherClientDoesNotTurnIntoIt() {
    Lost lost = Lost.linkedAt(REGISTRY, JOBCENTER);
    Phone stranger = Phone.linkedAt(REGISTRY, YOUTH_OFFICE);
    Answer invitation = JOB.reinvite(lost.pseudonyms().get(JOBCENTER));

    stranger.accept(invitation.text("code")).isProblem(409, "already-linked");

    lost.young().accept(invitation.text("code")).is(201);
  }
}
