package net.sociallook.registry.link;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Attested.Proof;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.ledger.DeskAct;
import net.sociallook.registry.ledger.view.ClientLog;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.LogFilter;
import net.sociallook.registry.page.log.Looks;
import net.sociallook.registry.session.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How a client without a device is linked stands in her log, or she is not linked. */
class LinkRecordsIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final JdbcClient DATABASE = REGISTRY.bean(JdbcClient.class);
  private static final LinkRecords FORGETFUL = (id, at, act) -> {};

  private final Office youth = Office.of(REGISTRY, YOUTH_OFFICE);
  private final Looks looks = new Looks(REGISTRY);
  private final Office job = Office.of(REGISTRY, JOBCENTER);

  @ParameterizedTest
  @EnumSource(Proof.class)
  void eachStepNamesWhoDidItWhoWasThereAndHowThatIsKnown(Proof proof) throws Exception {
    UUID invitation = inPerson(real()).get();
    youth.endorse(invitation.toString());
    UUID client = clientOf(invitation);
    Attested kaya = new Attested(new CaseworkerId("ya-002"), proof);
    Answer other = job.invite();
    real().connect(institution(YOUTH_OFFICE), kaya, client, code(other));

    List<ClientEntry> lines = log(client);
    assertThat(lines)
        .extracting(line -> line.desk().act())
        .containsExactly("linked-in-person", "link-confirmed", "linked-elsewhere");
    assertThat(lines).allMatch(line -> line.recipient().id().equals(YOUTH_OFFICE));
    assertThat(lines.getFirst().person().id()).isEqualTo("ya-001");
    assertThat(lines.getFirst().desk().witness().id()).isEqualTo("ya-002");
    assertThat(lines.getFirst().desk().proof()).isEqualTo("certificate");
    assertThat(lines.get(1).person().id()).isEqualTo("ya-001");
    assertThat(lines.get(1).desk().proof()).isEqualTo("system");
    assertThat(lines.get(2).person().id()).isEqualTo("ya-002");
    assertThat(lines.get(2).desk().proof()).isEqualTo(proof.code());
    assertThat(lines.get(2).desk().recipient().id()).isEqualTo(JOBCENTER);
  }

  @Test
  void institutionSeesTheLinkUnderItsPseudonymBeforeItIsConfirmed() {
    UUID invitation = inPerson(real()).get();
    String pseudonym = youth.get("/invitations/" + invitation).text("pseudonym");
    assertThat(
            youth
                .get("/audit?count=50")
                .is(200)
                .json()
                .get("entries")
                .valueStream()
                .filter(one -> pseudonym.equals(one.path("patient").asString("")))
                .map(one -> one.at("/desk/act").asString()))
        .containsExactly("linked-in-person");
  }

  @Test
  void endorsedTwiceIsConfirmedOnce() throws Exception {
    UUID invitation = inPerson(real()).get();
    youth.endorse(invitation.toString());
    youth.endorse(invitation.toString());
    assertThat(log(clientOf(invitation))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jc-001", "nobody", " "})
  void whoIsNotOfTheInstitutionEntersNoCode(String caseworker) {
    String patient = linked();
    Answer other = job.invite();
    youth
        .post(
            "/invitations/acceptance",
            Map.of("patient", patient, "caseworker", caseworker, "code", other.text("code")))
        .isProblem(400, "malformed");
    assertThat(job.get("/invitations/" + other.text("id")).text("state")).isEqualTo("open");
  }

  @Test
  void mutantThatLinksWithoutARecordLinksNobody() {
    long before = links();
    assertThatThrownBy(() -> inPerson(mutant()).get())
        .rootCause()
        .hasMessageContaining("link: no record in the ledger");
    assertThat(links()).isEqualTo(before);
  }

  @Test
  void mutantThatEntersACodeWithoutARecordLinksNobody() {
    UUID client = clientOf(linked());
    Answer other = job.invite();
    Attested by = Attested.bySystem(new CaseworkerId("ya-001"));
    assertThatThrownBy(() ->
            together(() -> mutant().connect(institution(YOUTH_OFFICE), by, client, code(other))))
        .rootCause()
        .hasMessageContaining("link: no record in the ledger");
    assertThat(job.get("/invitations/" + other.text("id")).text("state")).isEqualTo("open");
  }

  @Test
  void mutantThatConfirmsWithoutARecordConfirmsNothing() {
    UUID invitation = inPerson(real()).get();
    Answer accepted = youth.get("/invitations/" + invitation);
    String endorsement =
        youth.endorsement(
            invitation.toString(), accepted.text("keyHash"), accepted.text("pseudonym"));
    Endorsing.Accepting whole = REGISTRY.bean(Endorsing.Accepting.class);
    Endorsing endorsing =
        new Endorsing(
            REGISTRY.bean(Invitations.class),
            REGISTRY.bean(Links.class),
            new Endorsing.Accepting(
                whole.representatives(), whole.replacements(), whole.recoveries(), FORGETFUL),
            REGISTRY.bean(Clock.class));
    assertThatThrownBy(() ->
            together(() -> {
              endorsing.endorse(
                  institution(YOUTH_OFFICE), invitation, endorsement, Optional.empty());
              return invitation;
            }))
        .rootCause()
        .hasMessageContaining("link: no record in the ledger");
    assertThat(youth.get("/invitations/" + invitation).text("state")).isEqualTo("accepted");
  }

  @Test
  void recordOfSomebodyElseOfAnotherActOrOfTheSameAgainIsNone() {
    UUID mine = inPerson(real()).get();
    UUID theirs = inPerson(real()).get();
    youth.endorse(theirs.toString());
    String endorsed = "update link set endorsement = 'x', endorsed_as = :record";
    refuses(mine, endorsed, UUID.randomUUID());
    refuses(mine, endorsed, recordOf(mine, "accepted_as"));
    refuses(
        mine,
        "update link set pseudonym = 'x', accepted_as = :record",
        recordOf(mine, "accepted_as"));
    refuses(theirs, endorsed, recordOf(theirs, "endorsed_as"));
    refuses(mine, endorsed, looks.desk(clientOf(theirs), DeskAct.LINK_CONFIRMED, "", Proof.SYSTEM));
    // It is the trigger that refuses, not the role or the row.
    alone(endorsed, mine, looks.desk(clientOf(mine), DeskAct.LINK_CONFIRMED, "", Proof.SYSTEM));
  }

  private InPerson real() {
    return REGISTRY.bean(InPerson.class);
  }

  private static InPerson mutant() {
    InPerson.Steps whole = REGISTRY.bean(InPerson.Steps.class);
    return new InPerson(
        DATABASE,
        REGISTRY.bean(Clock.class),
        REGISTRY.bean(Inviting.class),
        new InPerson.Steps(whole.invitations(), whole.links(), whole.passkeys(), FORGETFUL));
  }

  private Supplier<UUID> inPerson(InPerson linking) {
    InPerson.Present present =
        new InPerson.Present(
            new Attested(new CaseworkerId("ya-001"), Proof.CERTIFICATE),
            new CaseworkerId("ya-002"));
    return () -> together(() -> linking.link(institution(YOUTH_OFFICE), present, Optional.empty()));
  }

  /** The pseudonym of somebody who is linked here without a device. */
  private String linked() {
    return youth.endorse(inPerson(real()).get().toString());
  }

  private void refuses(UUID invitation, String act, UUID record) {
    assertThatThrownBy(() -> alone(act, invitation, record))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("link: no record in the ledger");
  }

  private static void alone(String act, UUID invitation, UUID record) {
    together(() ->
        DATABASE
            .sql(act + " where invitation = :invitation")
            .param("record", record)
            .param("invitation", invitation)
            .update());
  }

  private static <T> T together(Supplier<T> act) {
    return REGISTRY.bean(TransactionTemplate.class).execute(status -> act.get());
  }

  private static UUID recordOf(UUID invitation, String column) {
    return DATABASE
        .sql("select " + column + " from link where invitation = :invitation")
        .param("invitation", invitation)
        .query(UUID.class)
        .single();
  }

  private static UUID clientOf(UUID invitation) {
    return recordOf(invitation, "client");
  }

  private static UUID clientOf(String patient) {
    return REGISTRY
        .bean(Pseudonyms.class)
        .clientOf(new InstitutionId(YOUTH_OFFICE), patient)
        .orElseThrow();
  }

  private static long links() {
    return DATABASE.sql("select count(*) from link").query(Long.class).single();
  }

  private static InvitationCode code(Answer invitation) {
    return InvitationCode.typed(invitation.text("code"));
  }

  private static Institution institution(String id) {
    return REGISTRY.bean(Directory.class).institution(new InstitutionId(id)).orElseThrow();
  }

  /** Oldest first. */
  private static List<ClientEntry> log(UUID client) throws Exception {
    List<ClientEntry> lines = new ArrayList<>();
    REGISTRY
        .bean(ClientLog.class)
        .each(SignedIn.inPerson(client), LogFilter.OTHERS, lines::addFirst);
    return lines;
  }
}
