package net.sociallook.registry.capture;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.capture.TakingBackInPerson.What;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry;
import net.sociallook.registry.ledger.view.ClientLog;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.LogFilter;
import net.sociallook.registry.link.InPerson;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.session.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Everything that is done at a desk is in the ledger, or was not done. */
class DeskRecordsIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final JdbcClient DATABASE = REGISTRY.bean(JdbcClient.class);

  private final Desk desk = Desk.of(REGISTRY);
  private final UUID client =
      REGISTRY
          .bean(Pseudonyms.class)
          .clientOf(new InstitutionId(YOUTH_OFFICE), desk.atYouth())
          .orElseThrow();

  @Test
  void everyActAtTheDeskIsALineOfTheLog() throws Exception {
    desk.give("documents-read", "messages");
    Answer paper = desk.prepare("paper", "goals-view");
    attach(paper);
    desk.state(paper, desk.statement(desk.youth().get("/captures/" + paper.text("id")))).is(200);
    takeBack(Map.of("recipient", JOBCENTER, "narrowing", Map.of("drop", "messages")));
    takeBack(Map.of("recipient", JOBCENTER));
    takeBack(Map.of("recipient", "traeger-horizont"));
    takeBack(Map.of());
    List<ClientEntry> lines = log();
    assertThat(lines)
        .extracting(line -> line.desk().act())
        .containsExactly(
            "capture-prepared",
            "captured",
            "capture-prepared",
            "paper-recorded",
            "captured",
            "narrowed",
            "withdrawn",
            "withdrawn",
            "everything-taken-back");
    assertThat(lines).allMatch(line -> line.recipient().id().equals(YOUTH_OFFICE));
    assertThat(lines).extracting(line -> line.desk().proof()).containsOnly("system");
    ClientEntry captured = lines.get(4);
    assertThat(captured.person().name()).isEqualTo("Weber, Anna");
    assertThat(captured.desk().witness().name()).isEqualTo("Kaya, Deniz");
    assertThat(captured.desk().level()).isEqualTo("paper");
    assertThat(captured.desk().signedOn()).isEqualTo(today());
    assertThat(captured.version()).isEqualTo(2);
    assertThat(captured.permissions()).contains("goals-view");
    assertThat(lines.get(5).person().name()).isEqualTo("Kaya, Deniz");
    assertThat(lines.get(5).desk().narrowing()).containsEntry("drop", "messages");
    assertThat(lines.get(8).desk().recipient()).isNull();
  }

  @Test
  void recordsOfTheDeskAreInTheClientsChain() {
    desk.give("documents-read");
    takeBack(Map.of("recipient", JOBCENTER));
    List<String> chain =
        DATABASE
            .sql(
                """
                select encode(previous_hash, 'hex') || ' ' || encode(hash, 'hex')
                from ledger_record where client = :client order by client_counter\
                """)
            .param("client", client)
            .query(String.class)
            .list();
    assertThat(chain).hasSize(3);
    assertThat(chain.getFirst()).startsWith("0".repeat(64));
    for (int i = 1; i < chain.size(); i++) {
      assertThat(chain.get(i)).startsWith(chain.get(i - 1).split(" ")[1]);
    }
  }

  @Test
  void institutionSeesItsDeskAndTheRecipientDoesNot() {
    desk.give("documents-read");
    takeBack(Map.of("recipient", JOBCENTER));
    List<JsonNode> own =
        desk.youth().get("/audit?count=200").is(200).json().get("entries").valueStream().toList();
    assertThat(own)
        .filteredOn(one -> desk.atYouth().equals(one.path("patient").asString("")))
        .hasSize(3)
        .allMatch(one -> one.get("as").asString().equals("desk"));
    assertThat(
            DATABASE
                .sql(
                    """
                    select distinct recipient || ' ' || coalesce(holder, 'nobody') from ledger_payload
                    join ledger_record using (sequence) where client = :client\
                    """)
                .param("client", client)
                .query(String.class)
                .list())
        .containsExactly(YOUTH_OFFICE + " nobody");
  }

  @Test
  void narrowingThatIsNotUnderstoodIsRefusedWhetherThereIsAGrantOrNot() {
    for (Map<String, String> narrowing :
        List.of(
            Map.of("drop", "everything"),
            Map.of("until", "soon"),
            Map.of("document", "a b", "holder", YOUTH_OFFICE),
            Map.of("caseworker", "x".repeat(65)),
            Map.<String, String>of())) {
      post(Map.of("recipient", JOBCENTER, "narrowing", narrowing)).isProblem(400, "malformed");
    }
  }

  @Test
  void mutantThatTakesBackWithoutARecordChangesNothing() throws Exception {
    desk.give("documents-read");
    int before = log().size();
    takingBack(new Forgetful()).take(youth(), kaya(), client, withdrawal());
    assertThat(given()).hasSize(1);
    assertThat(log()).hasSize(before);
    assertThat(recorded()).isZero();
    takingBack(REGISTRY.bean(Ledger.class)).take(youth(), kaya(), client, withdrawal());
    assertThat(given()).isEmpty();
    assertThat(log()).hasSize(before + 1);
  }

  @Test
  void withoutALedgerNothingIsTakenBack() {
    desk.give("documents-read");
    Ledger broken = new Forgetful(new IllegalStateException("ledger: gone"));
    assertThatThrownBy(() -> takingBack(broken).take(youth(), kaya(), client, withdrawal()))
        .hasMessage("ledger: gone");
    assertThat(given()).hasSize(1);
    assertThat(recorded()).isZero();
  }

  @Test
  void databaseRefusesEveryActWithoutARecord() {
    Answer prepared = desk.prepare("assisted", "documents-read");
    String id = prepared.text("id");
    String taken = "update capture set taken_at = now() where id = '" + id + "'";
    for (String act :
        List.of(
            taken,
            "update capture set level = 'paper', scan_hash = sha256('x'), signed_on = current_date"
                + " where id = '"
                + id
                + "'",
            "insert into capture select gen_random_uuid(), institution, client, recipient, level,"
                + " caseworker, witness, consent_grant, document, shown_text, language, null, null,"
                + " null, created_at, expires_at from capture where id = '"
                + id
                + "'",
            "insert into taken_back_in_person values (gen_random_uuid(), '"
                + client
                + "', 'youth-office-nordhausen', 'ya-001', 'everything', null, null, now())")) {
      assertThatThrownBy(() -> alone(act))
          .as(act)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("no record in the ledger");
    }
    // It is the trigger that refuses, not the role or the row.
    REGISTRY
        .asOwner()
        .sql("alter table registry.capture disable trigger capture_is_taken")
        .update();
    try {
      alone(taken);
    } finally {
      REGISTRY
          .asOwner()
          .sql("alter table registry.capture enable trigger capture_is_taken")
          .update();
    }
  }

  /** A ledger that drops what it is told, or fails. */
  private record Forgetful(RuntimeException failure) implements Ledger {
    Forgetful() {
      this(null);
    }

    @Override
    public void append(LedgerEntry entry) {
      appendWithin(entry);
    }

    @Override
    public void appendWithin(LedgerEntry entry) {
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static TakingBackInPerson takingBack(Ledger ledger) {
    TakingBackInPerson.Keeping real = REGISTRY.bean(TakingBackInPerson.Keeping.class);
    return new TakingBackInPerson(
        REGISTRY.bean(InPerson.class),
        REGISTRY.bean(TakingBackInPerson.Changes.class),
        new TakingBackInPerson.Keeping(
            real.database(),
            new DeskRecords(ledger, REGISTRY.bean(Pseudonyms.class)),
            real.transactions(),
            real.clock()));
  }

  private static void alone(String act) {
    REGISTRY
        .bean(TransactionTemplate.class)
        .executeWithoutResult(status -> DATABASE.sql(act).update());
  }

  private static Institution youth() {
    return REGISTRY
        .bean(Directory.class)
        .institution(new InstitutionId(YOUTH_OFFICE))
        .orElseThrow();
  }

  private static Attested kaya() {
    return Attested.bySystem(new CaseworkerId("ya-002"));
  }

  private static What withdrawal() {
    return new What.Withdrawal(new InstitutionId(JOBCENTER));
  }

  /** Oldest first. */
  private List<ClientEntry> log() throws Exception {
    List<ClientEntry> lines = new ArrayList<>();
    REGISTRY
        .bean(ClientLog.class)
        .each(SignedIn.inPerson(client), LogFilter.OTHERS, lines::addFirst);
    return lines;
  }

  private JsonNode given() {
    return desk.job()
        .get("/consents?patient=" + desk.atJob() + "&state=active")
        .is(200)
        .json()
        .get("consents");
  }

  private long recorded() {
    return DATABASE
        .sql("select count(*) from taken_back_in_person where client = :client")
        .param("client", client)
        .query(Long.class)
        .single();
  }

  private void takeBack(Map<String, Object> what) {
    post(what).is(200);
  }

  private Answer post(Map<String, Object> what) {
    Map<String, Object> all =
        new LinkedHashMap<>(Map.of("patient", desk.atYouth(), "caseworker", "ya-002"));
    all.putAll(what);
    return desk.youth().post("/withdrawals", all);
  }

  private void attach(Answer capture) {
    String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
    desk.youth()
        .put(
            "/captures/" + capture.text("id") + "/scan",
            Map.of("sha256", hash, "signedOn", today()))
        .is(200);
  }

  private static String today() {
    return LocalDate.now(ZoneId.of("Europe/Berlin")).toString();
  }
}
