package net.sociallook.registry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.ledger.Draft.Kind;
import net.sociallook.registry.ledger.Draft.Parties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerIT {
  private final RunningRegistry registry = RunningRegistry.shared();
  private final GroupCommit commit = registry.bean(GroupCommit.class);
  private final JdbcClient jdbc = registry.bean(JdbcClient.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_record set kind = 'outcome'",
        "delete from ledger_record",
        "truncate ledger_record cascade",
        "update ledger_payload set payload = ''",
        "delete from ledger_payload",
        "truncate ledger_payload"
      })
  void postgresRefusesTheServiceToChangeTheLedger(String statement) {
    commit.record(List.of(draft(UUID.randomUUID())));
    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update registry.ledger_record set kind = 'outcome'",
        "delete from registry.ledger_record",
        "truncate registry.ledger_record cascade",
        "update registry.ledger_payload set payload = ''",
        "delete from registry.ledger_payload",
        "truncate registry.ledger_payload"
      })
  void evenTheOwnerIsRefusedByTriggers(String statement) {
    commit.record(List.of(draft(UUID.randomUUID())));
    assertThatThrownBy(() -> owner().sql(statement).update())
        .rootCause()
        .hasMessageContaining("ledger:");
  }

  @Test
  void erasureRoleDeletesPayloadAndTheChainStillHolds() {
    UUID client = UUID.randomUUID();
    Draft first = draft(client);
    commit.record(List.of(first, draft(client)));
    JdbcClient erasure = owner();
    erasure
        .sql(
            """
            set role sociallook_erasure; delete from registry.ledger_payload where entry = '%s';
            reset role
            """
                .formatted(first.entry()))
        .update();
    assertThat(chain(client)).hasSize(2).allMatch(Link::holds);
    assertThat(
            jdbc.sql("select count(*) from ledger_payload where entry = :entry")
                .param("entry", first.entry())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void recordsOfOneClientFormAChain() throws Exception {
    UUID client = UUID.randomUUID();
    List<CompletableFuture<Void>> callers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<Draft> drafts = List.of(draft(client), draft(UUID.randomUUID()), draft(client));
      callers.add(
          CompletableFuture.runAsync(() -> commit.record(drafts), Thread::startVirtualThread));
    }
    CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
    List<Link> chain = chain(client);
    assertThat(chain).hasSize(80).allMatch(Link::holds);
    assertThat(chain)
        .extracting(Link::counter)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 80).mapToObj(Long::valueOf).toList());
    for (int i = 1; i < chain.size(); i++) {
      assertThat(chain.get(i).previous()).isEqualTo(chain.get(i - 1).hash());
    }
  }

  @Test
  void numbersHaveNoGaps() {
    commit.record(List.of(draft(UUID.randomUUID())));
    assertThat(
            jdbc.sql("select max(sequence) = count(*) from ledger_record")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void sameRecordAgainIsRecordedOnce() {
    Draft draft = draft(UUID.randomUUID());
    commit.record(List.of(draft, draft));
    commit.record(List.of(draft));
    assertThat(chain(draft.client().orElseThrow())).hasSize(1);
  }

  @Test
  void idOfAnotherRecordIsRefusedAndNothingIsRecorded() {
    UUID client = UUID.randomUUID();
    Draft draft = draft(client);
    commit.record(List.of(draft));
    Draft other = copy(draft, "{\"other\":true}");
    assertThatThrownBy(() -> commit.record(List.of(draft(client), other)))
        .isInstanceOf(IdReused.class);
    assertThat(chain(client)).hasSize(1);
  }

  @Test
  void refusedSubmissionDoesNotHarmOthersOfItsBatch() throws Exception {
    Draft draft = draft(UUID.randomUUID());
    commit.record(List.of(draft));
    UUID client = UUID.randomUUID();
    List<CompletableFuture<Void>> good = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      CompletableFuture.runAsync(
          () -> commit.record(List.of(copy(draft, "{\"other\":1}"))), Thread::startVirtualThread);
      good.add(
          CompletableFuture.runAsync(
              () -> commit.record(List.of(draft(client))), Thread::startVirtualThread));
    }
    CompletableFuture<Void> all = CompletableFuture.allOf(good.toArray(CompletableFuture[]::new));
    assertThatCode(() -> all.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
    assertThat(chain(client)).hasSize(20);
  }

  @Test
  void tamperedPayloadIsNoticed() {
    UUID client = UUID.randomUUID();
    commit.record(List.of(draft(client)));
    Link link = chain(client).getFirst();
    assertThat(link.holds()).isTrue();
    assertThat(link.payloadIs("{\"forged\":true}")).isFalse();
  }

  /** One record as an auditor reads it. */
  private record Link(
      long counter, byte[] previous, byte[] payloadHash, byte[] hash, byte[] salt, String payload) {

    boolean holds() {
      byte[] expected = new ChainLink(counter - 1, previous).next(payloadHash).hash();
      return java.util.Arrays.equals(expected, hash) && (salt == null || payloadIs(payload));
    }

    boolean payloadIs(String text) {
      return java.util.Arrays.equals(ChainLink.payloadHash(salt, text), payloadHash);
    }
  }

  private List<Link> chain(UUID client) {
    return jdbc.sql(
            """
            select * from ledger_record r left join ledger_payload p using (sequence)
            where r.client = :client order by r.client_counter
            """)
        .param("client", client)
        .query((row, number) ->
            new Link(
                row.getLong("client_counter"),
                row.getBytes("previous_hash"),
                row.getBytes("payload_hash"),
                row.getBytes("hash"),
                row.getBytes("salt"),
                row.getString("payload")))
        .list();
  }

  private static Draft draft(UUID client) {
    return new Draft(
        Kind.INTENT,
        UUID.randomUUID(),
        Optional.of(client),
        // nobody whose log other tests read: the body is none
        new Parties("somebody", "somebody-else", false),
        Optional.empty(),
        "{\"some\":\"body\"}");
  }

  private static Draft copy(Draft draft, String body) {
    return new Draft(
        draft.kind(), draft.entry(), draft.client(), draft.parties(), draft.origin(), body);
  }

  private JdbcClient owner() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(RunningRegistry.postgres().jdbcUrl(registry.database()));
    return JdbcClient.create(source);
  }
}
