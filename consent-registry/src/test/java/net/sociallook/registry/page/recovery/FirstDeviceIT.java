package net.sociallook.registry.page.recovery;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.capture.Desk;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.grant.KeyStep;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.grant.WitnessedEvidence;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.token.MovedClock;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was linked without a device gets one later. */
class FirstDeviceIT {
  private static final RunningRegistry REGISTRY = Pages.registry();
  private static final Duration OBJECTION = Duration.ofHours(72);

  /** A client who was linked without a device at both, captured there, and her new phone. */
  private record First(RunningRegistry registry, Desk desk, Lost phone) {
    static First at(RunningRegistry registry) {
      Desk desk = Desk.of(registry);
      Map<String, String> pseudonyms =
          Map.of(YOUTH_OFFICE, desk.atYouth(), JOBCENTER, desk.atJob());
      return new First(
          registry, desk, new Lost(registry, new Phone(registry), pseudonyms, new Phone(registry)));
    }

    UUID client() {
      return registry
          .bean(Pseudonyms.class)
          .clientOf(new InstitutionId(YOUTH_OFFICE), desk.atYouth())
          .orElseThrow();
    }

    Visitor visitor() {
      return new Visitor(registry, phone.young());
    }

    GrantReader.CurrentGrant toJobcenter() {
      return registry
          .bean(GrantReader.class)
          .currentFor(client(), new InstitutionId(JOBCENTER), new InstitutionId(YOUTH_OFFICE))
          .orElseThrow();
    }
  }

  @Test
  void itWaitsAndReachesTheInvitingInstitutionAlone() {
    First first = First.at(REGISTRY);

    String invitation = first.phone().recoveredAt(YOUTH_OFFICE);

    Answer state = first.desk().youth().get("/invitations/" + invitation).is(200);
    assertThat(state.json().has("replaces")).isFalse();
    assertThat(state.text("recovery")).isEqualTo("waiting");
    assertThat(state.text("pseudonym")).isEqualTo(first.desk().atYouth());
    assertThat(first.phone().young().get("/api/links").json().get("institutions").toString())
        .isEqualTo("[\"" + YOUTH_OFFICE + "\"]");
    assertThat(first.phone().chain(YOUTH_OFFICE).orElseThrow().steps()).isEmpty();
    assertThat(first.phone().chain(JOBCENTER)).isEmpty();
    assertThat(first.visitor().open("/").location()).isEqualTo("/recovery");
    assertThat(first.visitor().open("/recovery").body())
        .contains("Das ist Ihr erstes Gerät", "Jugendamt")
        .doesNotContain("altes Gerät", "Jobcenter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void pageThatSaysSoIsFine(String language) {
    First first = First.at(REGISTRY);
    first.phone().recoveredAt(YOUTH_OFFICE);
    try (Tab tab = Pages.tab(Screen.PHONE, language, first.phone().young())) {
      tab.open("/recovery");
      tab.isFine("recovery-first");
    }
  }

  @Test
  void endorsementNamesNoKeyThatIsReplaced() {
    First first = First.at(REGISTRY);
    Office youth = first.desk().youth();
    Answer invitation = youth.reinvite(first.desk().atYouth());
    String path = "/invitations/" + invitation.text("id");
    first.phone().young().accept(invitation.text("code")).is(201);
    Answer accepted = youth.get(path).is(200);

    youth
        .put(
            path + "/endorsement",
            Map.of(
                "endorsement",
                youth.replacement(invitation.text("id"), accepted, accepted.text("keyHash"))))
        .isProblem(403, "endorsement-refused");
  }

  @Test
  void secondInstitutionMakesItHersAndBothKnowTheKey() {
    First first = First.at(REGISTRY);
    first.phone().recoveredAt(YOUTH_OFFICE);

    String invitation = first.phone().recoveredAt(JOBCENTER);

    assertThat(first.phone().state(JOBCENTER, invitation)).isEqualTo("full");
    assertThat(first.phone().clientOf(first.phone().young())).isEqualTo(first.client());
    assertThat(first.phone().chain(YOUTH_OFFICE).orElseThrow().steps()).isEmpty();
    assertThat(first.phone().chain(JOBCENTER).orElseThrow().steps()).isEmpty();
    first
        .desk()
        .youth()
        .post(
            "/withdrawals",
            Map.of(
                "patient", first.desk().atYouth(), "caseworker", "ya-001", "recipient", JOBCENTER))
        .isProblem(409, "has-passkey");
  }

  @Test
  void after72HoursItIsHersAndOpensWhatIsEndorsedAlone() {
    try (RunningRegistry registry = Pages.start(Map.of(), MovedClock.class)) {
      First first = First.at(registry);
      String invitation = first.phone().recoveredAt(YOUTH_OFFICE);
      assertThat(first.phone().state(YOUTH_OFFICE, invitation)).isEqualTo("waiting");

      MovedClock.later(
          OBJECTION.plusMinutes(2),
          () -> {
            first.phone().young().signIn().is(201);
            assertThat(first.visitor().open("/recovery").location()).isEqualTo("/");
            assertThat(first.phone().state(YOUTH_OFFICE, invitation)).isEqualTo("full");
            assertThat(first.phone().chain(JOBCENTER)).isEmpty();
            return first.phone().young().get("/api/grants").is(200);
          });
    }
  }

  @Test
  void furtherInstitutionEndorsesTheDeviceThatSheIsSignedInWith() {
    First first = First.at(REGISTRY);
    String elsewhere = linkedElsewhere(first);
    first.phone().recoveredAt(YOUTH_OFFICE);
    first.phone().recoveredAt(JOBCENTER);
    Office provider = Office.of(REGISTRY, PROVIDER);
    assertThat(first.phone().chain(provider.id())).isEmpty();
    Answer invitation = provider.reinvite(elsewhere);

    first.phone().young().accept(invitation.text("code")).is(201);
    Answer accepted = provider.get("/invitations/" + invitation.text("id")).is(200);
    String digits = accepted.text("matchCode");
    assertThat(first.visitor().open("/arrive/waiting").body())
        .contains(digits.substring(0, 3) + " " + digits.substring(3));
    assertThat(first.phone().chain(provider.id())).isEmpty();
    provider.endorse(invitation.text("id"));

    assertThat(accepted.text("pseudonym")).isEqualTo(elsewhere);
    assertThat(first.phone().state(provider.id(), invitation.text("id"))).isEqualTo("full");
    assertThat(first.phone().chain(provider.id()).orElseThrow().steps()).isEmpty();
    assertThat(first.visitor().open("/arrive/waiting").location()).isEqualTo("/?linked=true");
    first
        .phone()
        .young()
        .accept(provider.reinvite(elsewhere).text("code"))
        .isProblem(409, "already-linked");
  }

  @Test
  void whatWasCapturedStaysAndWhatThePhoneSignsComesBesideIt() {
    First first = First.at(REGISTRY);
    first.desk().give("documents-read");
    first.phone().recoveredAt(YOUTH_OFFICE);
    assertThat(first.toJobcenter().evidence().orElseThrow()).isInstanceOf(WitnessedEvidence.class);
    first.phone().recoveredAt(JOBCENTER);
    assertThat(first.toJobcenter().evidence().orElseThrow()).isInstanceOf(WitnessedEvidence.class);

    first.phone().young().grant(JOBCENTER, List.of(provision("goals-view", YOUTH_OFFICE)));

    assertThat(first.toJobcenter().grant().provisions().all()).hasSize(2);
    SignedEvidence signed = (SignedEvidence) first.toJobcenter().evidence().orElseThrow();
    assertThat(signed.chain()).isEmpty();
  }

  @Test
  void whoLosesTheFirstDeviceComesBackByTheWordsOfWhoEndorsedIt() {
    First first = First.at(REGISTRY);
    first.phone().recoveredAt(YOUTH_OFFICE);
    first.phone().recoveredAt(JOBCENTER);
    Lost again =
        new Lost(REGISTRY, first.phone().young(), first.phone().pseudonyms(), new Phone(REGISTRY));

    String invitation = again.recoveredAt(YOUTH_OFFICE);
    assertThat(
            first
                .desk()
                .youth()
                .get("/invitations/" + invitation)
                .json()
                .get("replaces")
                .asString())
        .isNotEmpty();
    again.confirm(again.old().passkey()).is(204);

    assertThat(again.chain(YOUTH_OFFICE).orElseThrow().steps()).isEmpty();
    assertThat(again.chain(JOBCENTER).orElseThrow().steps())
        .singleElement()
        .isInstanceOf(KeyStep.ByKey.class);
  }

  @Test
  void wordsOfTwoInstitutionsLeadFromTheSecondDeviceToTheFirst() {
    First first = First.at(REGISTRY);
    String elsewhere = linkedElsewhere(first);
    first.phone().recoveredAt(YOUTH_OFFICE);
    first.phone().recoveredAt(JOBCENTER);
    Office provider = Office.of(REGISTRY, PROVIDER);
    Answer invitation = provider.reinvite(elsewhere);
    first.phone().young().accept(invitation.text("code")).is(201);
    provider.endorse(invitation.text("id"));
    Lost again =
        new Lost(REGISTRY, first.phone().young(), first.phone().pseudonyms(), new Phone(REGISTRY));

    again.recoveredAt(YOUTH_OFFICE);
    again.recoveredAt(JOBCENTER);
    clockWentBackwards(first.client());

    KeyStep.ByRecovery step =
        (KeyStep.ByRecovery) again.chain(provider.id()).orElseThrow().steps().getFirst();
    assertThat(step.words()).hasSize(2);
  }

  /** Even an institution whose clock went backwards between the two is understood. */
  private static void clockWentBackwards(UUID client) {
    REGISTRY
        .asOwner()
        .sql(
            "update registry.replacement set endorsed_at = case when replaces is null"
                + " then now() else now() - interval '1 second' end"
                + " where client = :client")
        .param("client", client)
        .update();
  }

  /** At the provider too, without a device. */
  private static String linkedElsewhere(First first) {
    Office provider = Office.of(REGISTRY, PROVIDER);
    Answer invitation = provider.invite();
    first
        .desk()
        .youth()
        .post(
            "/invitations/acceptance",
            Map.of(
                "patient", first.desk().atYouth(),
                "caseworker", "ya-001",
                "code", invitation.text("code")))
        .is(201);
    return provider.endorse(invitation.text("id"));
  }
}
