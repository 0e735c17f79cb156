package net.sociallook.registry.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.ledger.Draft.Kind;
import net.sociallook.registry.ledger.Draft.Parties;
import net.sociallook.registry.ledger.LedgerEntry.AtDesk;
import net.sociallook.registry.ledger.LedgerEntry.By;
import net.sociallook.registry.ledger.LedgerEntry.Captured;
import net.sociallook.registry.ledger.LedgerEntry.Done;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Records what the registry itself decides. */
final class RegistryLedger implements Ledger {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A refused token request as it is stored. */
  record RefusedRequest(UUID id, Instant at, TokenRefused request) {}

  /** An act at a desk as it is stored. */
  record DeskRecord(
      UUID id,
      Instant at,
      String institution,
      String caseworker,
      String proof,
      @Nullable String pseudonym,
      String act,
      @Nullable String recipient,
      List<String> permissions,
      @Nullable String witness,
      @Nullable Captured capture,
      @Nullable Map<String, String> narrowing) {}

  private final GroupCommit commit;
  private final Batch batch;
  private final KnownClients clients;
  private final Clock clock;

  RegistryLedger(GroupCommit commit, Batch batch, KnownClients clients, Clock clock) {
    this.commit = commit;
    this.batch = batch;
    this.clients = clients;
    this.clock = clock;
  }

  @Override
  public void append(LedgerEntry entry) {
    commit.record(List.of(draft(entry)));
  }

  @Override
  public void appendWithin(LedgerEntry entry) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("ledger: no transaction (expected: the caller's)");
    }
    if (!batch.add(List.of(List.of(draft(entry)))).isEmpty()) {
      throw new IdReused();
    }
  }

  private Draft draft(LedgerEntry entry) {
    return switch (entry) {
      case TokenRefused refused -> draft(refused);
      case AtDesk act -> draft(act);
    };
  }

  private Draft draft(AtDesk act) {
    By by = act.by();
    Done done = act.done();
    return new Draft(
        Kind.DESK,
        act.id(),
        Optional.of(act.client()),
        new Parties(by.institution(), null, true),
        Optional.empty(),
        JSON.writeValueAsString(
            new DeskRecord(
                act.id(),
                clock.instant(),
                by.institution(),
                by.caseworker(),
                by.proof(),
                by.pseudonym(),
                done.act().code(),
                done.recipient(),
                done.permissions(),
                done.witness(),
                done.capture(),
                done.narrowing())));
  }

  private Draft draft(TokenRefused refused) {
    UUID id = UUID.randomUUID();
    return new Draft(
        Kind.TOKEN_REFUSED,
        id,
        clients.client(refused.institution(), refused.pseudonym()),
        new Parties(refused.institution(), refused.holder(), false),
        Optional.empty(),
        JSON.writeValueAsString(new RefusedRequest(id, clock.instant(), refused)));
  }
}
