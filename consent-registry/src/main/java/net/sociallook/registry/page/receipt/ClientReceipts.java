package net.sociallook.registry.page.receipt;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Grant;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.grant.ClientGrants;
import net.sociallook.registry.grant.Giving;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.received.GrantReceipts;
import org.springframework.stereotype.Component;

/** Finds all that a receipt is made of. */
@Component
class ClientReceipts {
  private final ClientGrants grants;
  private final GrantReader reader;
  private final Giving giving;
  private final Sources sources;

  /** What is said of a grant besides itself. */
  @Component
  record Sources(GrantReceipts receipts, Directory directory) {}

  ClientReceipts(ClientGrants grants, GrantReader reader, Giving giving, Sources sources) {
    this.grants = grants;
    this.reader = reader;
    this.giving = giving;
    this.sources = sources;
  }

  /** Empty where the client has no such grant. A withdrawn one has a receipt that says so. */
  Optional<ClientReceipt> find(UUID client, UUID id) {
    return grants
        .find(client, id)
        .flatMap(given -> reader.currentFor(client, given.recipient()))
        .flatMap(
            current -> giving.signed(client, id).flatMap(signed -> receipt(id, current, signed)));
  }

  private Optional<ClientReceipt> receipt(
      UUID id, GrantReader.CurrentGrant current, Giving.Signed signed) {
    Grant grant = current.grant();
    return sources
        .receipts()
        .of(grant.parties().recipient(), id)
        .map(fields ->
            new ClientReceipt(
                id,
                grant,
                fields,
                signed,
                new ClientReceipt.Evidence(
                    current.evidence(),
                    KeyProof.of(current.evidence().key(), sources.directory()))));
  }
}
