package net.sociallook.registry.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.ledger.Draft.Kind;
import net.sociallook.registry.ledger.Draft.Parties;
import net.sociallook.registry.ledger.LedgerEntry.TokenRefused;
import tools.jackson.databind.json.JsonMapper;

/** Records what the registry itself decides. */
final class RegistryLedger implements Ledger {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A refused token request as it is stored. */
  record RefusedRequest(UUID id, Instant at, TokenRefused request) {}

  private final GroupCommit commit;
  private final KnownClients clients;
  private final Clock clock;

  RegistryLedger(GroupCommit commit, KnownClients clients, Clock clock) {
    this.commit = commit;
    this.clients = clients;
    this.clock = clock;
  }

  @Override
  public void append(LedgerEntry entry) {
    switch (entry) {
      case TokenRefused refused -> commit.record(List.of(draft(refused)));
    }
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
