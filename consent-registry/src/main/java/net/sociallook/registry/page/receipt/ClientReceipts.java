package net.sociallook.registry.page.receipt;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.grant.ClientGrants;
import net.sociallook.registry.grant.Evidence;
import net.sociallook.registry.grant.Giving;
import net.sociallook.registry.grant.GrantReader;
import net.sociallook.registry.grant.SignedEvidence;
import net.sociallook.registry.grant.WitnessedEvidence;
import net.sociallook.registry.link.Links;
import net.sociallook.registry.received.GrantReceipts;
import net.sociallook.registry.session.SignedIn;
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
  record Sources(GrantReceipts receipts, Links links, Directory directory) {}

  ClientReceipts(ClientGrants grants, GrantReader reader, Giving giving, Sources sources) {
    this.grants = grants;
    this.reader = reader;
    this.giving = giving;
    this.sources = sources;
  }

  /** Empty where the client has no such grant. A withdrawn one has a receipt that says so. */
  Optional<ClientReceipt> find(SignedIn who, UUID id) {
    return grants
        .find(who, id)
        .flatMap(given ->
            giving
                .signed(who, id)
                .flatMap(signed ->
                    proofs(who, given.recipient())
                        .findFirst()
                        .flatMap(current -> receipt(id, current, signed))));
  }

  /**
   * By every institution that endorsed the key, or an older one of hers; the shortest proof first,
   * and by the recipient, who profits from it, last.
   */
  private Stream<Proven> proofs(SignedIn who, InstitutionId recipient) {
    return sources.links().of(who).stream()
        .sorted(Comparator.comparing(recipient::equals))
        .flatMap(holder -> reader.currentFor(who.client(), recipient, holder).stream())
        .flatMap(current ->
            current.proofs().stream().flatMap(one -> proven(current.grant(), one.evidence())))
        .sorted(Comparator.comparing(proven -> proven.evidence().chain().size()));
  }

  private static Stream<Proven> proven(Grant grant, Evidence evidence) {
    return switch (evidence) {
      case SignedEvidence signed -> Stream.of(new Proven(grant, signed));
      case WitnessedEvidence witnessed -> Stream.empty();
    };
  }

  private record Proven(Grant grant, SignedEvidence evidence) {}

  private Optional<ClientReceipt> receipt(UUID id, Proven current, Giving.Signed signed) {
    return sources
        .receipts()
        .of(current.grant().parties().recipient(), id)
        .map(fields ->
            new ClientReceipt(
                id,
                current.grant(),
                fields,
                signed,
                new ClientReceipt.Evidence(
                    current.evidence(), KeyProof.of(current.evidence(), sources.directory()))));
  }
}
