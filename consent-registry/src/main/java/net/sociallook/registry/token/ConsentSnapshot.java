package net.sociallook.registry.token;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.grant.GrantReader.CurrentGrant;
import net.sociallook.registry.grant.Proven;
import net.sociallook.registry.grant.Unproven;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What one client allows one recipient, as it stood at one moment.
 *
 * @param readAt number of the withdrawal sequence at that moment
 * @param grant the newest version; empty when there never was one
 * @param blocks all that stand
 * @param holderPseudonym of the client at the holder asked for; empty when she is not linked there
 */
record ConsentSnapshot(
    long readAt,
    UUID client,
    Optional<CurrentGrant> grant,
    List<Block> blocks,
    Optional<String> holderPseudonym) {

  /**
   * The newest proof that carries any of these provisions, with those of them that it carries.
   * Empty where the holder has neither endorsed her key for her pseudonym nor witnessed itself.
   */
  Optional<Proven> proofOf(List<Provision> wanted) {
    return grant.stream()
        .flatMap(current -> current.proofs().stream())
        .filter(proven -> holderPseudonym.filter(proven.evidence()::isFor).isPresent())
        .map(proven ->
            new Proven(proven.evidence(), wanted.stream().filter(proven::carries).toList()))
        .filter(proven -> !proven.provisions().isEmpty())
        .findFirst();
  }

  /** Why there is no such proof. */
  Unproven unproven() {
    return grant.map(CurrentGrant::unproven).orElse(Unproven.KEY);
  }

  /** Reads snapshots. */
  static final class Reader {
    private final TransactionOperations repeatableRead;
    private final ConsentSources sources;

    /**
     * @param repeatableRead read-only transactions on the primary in which all reads see the same
     *     moment; with a weaker isolation a withdrawal between two reads would be lost to the token
     */
    Reader(TransactionOperations repeatableRead, ConsentSources sources) {
      this.repeatableRead = repeatableRead;
      this.sources = sources;
    }

    /** Empty when the recipient knows no client by this pseudonym. */
    Optional<ConsentSnapshot> read(InstitutionId recipient, AccessDetails asked) {
      Optional<ConsentSnapshot> snapshot =
          repeatableRead.execute(status -> readWithin(recipient, asked));
      if (snapshot == null) {
        throw new IllegalStateException("snapshot: none (expected: one, or empty)");
      }
      return snapshot;
    }

    private Optional<ConsentSnapshot> readWithin(InstitutionId recipient, AccessDetails asked) {
      long readAt = sources.sequence().current();
      return sources
          .pseudonyms()
          .clientOf(recipient, asked.patient())
          .map(client ->
              new ConsentSnapshot(
                  readAt,
                  client,
                  sources.grants().currentFor(client, recipient, asked.holder()),
                  sources.blocks().blocksOf(client),
                  sources.pseudonyms().of(client, asked.holder())));
    }
  }
}
