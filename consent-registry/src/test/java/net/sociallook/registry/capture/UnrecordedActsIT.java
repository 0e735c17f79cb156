package net.sociallook.registry.capture;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
import net.sociallook.registry.link.InPerson;
import net.sociallook.registry.link.Pseudonyms;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The mutants of {@link DeskRecordsIT}: what nobody records at a desk does not happen there. */
class UnrecordedActsIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final JdbcClient DATABASE = REGISTRY.bean(JdbcClient.class);

  private final Desk desk = Desk.of(REGISTRY);
  private final UUID client =
      REGISTRY
          .bean(Pseudonyms.class)
          .clientOf(new InstitutionId(YOUTH_OFFICE), desk.atYouth())
          .orElseThrow();

  @Test
  void mutantThatTakesBackWithoutARecordChangesNothing() {
    desk.give("documents-read");
    long before = lines();
    takingBack(new Forgetful()).take(youth(), kaya(), client, withdrawal());
    assertThat(given()).hasSize(1);
    assertThat(lines()).isEqualTo(before);
    assertThat(recorded()).isZero();
    takingBack(REGISTRY.bean(Ledger.class)).take(youth(), kaya(), client, withdrawal());
    assertThat(given()).isEmpty();
    assertThat(lines()).isEqualTo(before + 1);
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

  private long lines() {
    return DATABASE
        .sql("select count(*) from ledger_record where client = :client")
        .param("client", client)
        .query(Long.class)
        .single();
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
}
