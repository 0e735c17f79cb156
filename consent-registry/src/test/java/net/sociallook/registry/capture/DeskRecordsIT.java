package net.sociallook.registry.capture;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.view.ClientLog;
import net.sociallook.registry.ledger.view.LogEntries.ClientEntry;
import net.sociallook.registry.ledger.view.LogFilter;
import net.sociallook.registry.link.Pseudonyms;
import net.sociallook.registry.session.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
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
            "linked-in-person",
            "link-confirmed",
            "linked-elsewhere",
            "link-confirmed",
            "capture-prepared",
            "captured",
            "capture-prepared",
            "paper-recorded",
            "captured",
            "narrowed",
            "withdrawn",
            "withdrawn",
            "everything-taken-back");
    ClientEntry atJob = lines.remove(3);
    assertThat(atJob.recipient().id()).isEqualTo(JOBCENTER);
    assertThat(lines).allMatch(line -> line.recipient().id().equals(YOUTH_OFFICE));
    assertThat(lines).extracting(line -> line.desk().proof()).containsOnly("system");
    ClientEntry captured = lines.get(7);
    assertThat(captured.person().name()).isEqualTo("Weber, Anna");
    assertThat(captured.desk().witness().name()).isEqualTo("Kaya, Deniz");
    assertThat(captured.desk().level()).isEqualTo("paper");
    assertThat(captured.desk().signedOn()).isEqualTo(today());
    assertThat(captured.version()).isEqualTo(2);
    assertThat(captured.permissions()).contains("goals-view");
    assertThat(lines.get(8).person().name()).isEqualTo("Kaya, Deniz");
    assertThat(lines.get(8).desk().narrowing()).containsEntry("drop", "messages");
    assertThat(lines.get(11).desk().recipient()).isNull();
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
    assertThat(chain).hasSize(7);
    assertThat(chain.getFirst()).startsWith("0".repeat(64));
    for (int i = 1; i < chain.size(); i++) {
      assertThat(chain.get(i)).startsWith(chain.get(i - 1).split(" ")[1]);
    }
  }

  @Test
  void institutionSeesItsDeskAndTheRecipientDoesNot() {
    desk.give("documents-read");
    takeBack(Map.of("recipient", JOBCENTER));
    assertThat(auditOf(desk.youth(), desk.atYouth()))
        .hasSize(6)
        .allMatch(one -> one.get("as").asString().equals("desk"));
    assertThat(auditOf(desk.job(), desk.atJob()))
        .singleElement()
        .satisfies(one -> assertThat(one.at("/desk/act").asString()).isEqualTo("link-confirmed"));
  }

  private static List<JsonNode> auditOf(Office office, String patient) {
    return office
        .get("/audit?count=200")
        .is(200)
        .json()
        .get("entries")
        .valueStream()
        .filter(one -> patient.equals(one.path("patient").asString("")))
        .toList();
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

  /** Oldest first. */
  private List<ClientEntry> log() throws Exception {
    List<ClientEntry> lines = new ArrayList<>();
    REGISTRY
        .bean(ClientLog.class)
        .each(SignedIn.inPerson(client), LogFilter.OTHERS, lines::addFirst);
    return lines;
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
