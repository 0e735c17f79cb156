package net.sociallook.registry.grant;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.TakingBack.Taken;
import net.sociallook.registry.sequence.WithdrawalSequence;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sets and lifts blocks. */
@Component
class BlockChanges {
  private final GrantStore grants;
  private final BlockStore blocks;
  private final Raising raising;
  private final BlockReach reach;

  /** How a block reaches the gateways. */
  @Component
  record Raising(GrantChanges changes, WithdrawalSequence sequence) {}

  BlockChanges(GrantStore grants, BlockStore blocks, Raising raising, BlockReach reach) {
    this.grants = grants;
    this.blocks = blocks;
    this.raising = raising;
    this.reach = reach;
  }

  /** Whether the block is there for this session. */
  boolean isSeen(SignedIn who, BlockStore.Standing block) {
    return reach.covers(who.reach(), block.form().toBlock());
  }

  /**
   * Sets a block and raises every grant it touches. The same block twice is one block.
   *
   * @return the id of the block
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken<UUID> set(SignedIn who, BlockForm form) {
    UUID client = who.client();
    Block block = Correct.orRefused(form::toBlock);
    requireKnown(block);
    if (!reach.covers(who.reach(), block)) {
      throw new Refused(Problem.NOT_FOUND);
    }
    grants.lockClient(client);
    Optional<BlockStore.Standing> standing =
        blocks.standing(client).stream().filter(one -> one.form().equals(form)).findFirst();
    if (standing.isPresent()) {
      return new Taken<>(standing.get().id(), standing.get().sequence());
    }
    long sequence =
        grants.of(client).stream()
            .filter(grant -> !grant.isWithdrawn() && touches(block, grant))
            .mapToLong(grant -> raising.changes().block(grant, who).sequence())
            .max()
            .orElseGet(raising.sequence()::current);
    UUID id = UUID.randomUUID();
    blocks.add(client, id, form, sequence);
    reach.keep(who, id);
    return new Taken<>(id, sequence);
  }

  /**
   * @throws Refused with {@link Problem#ENDED} if the block does not stand any more, or as {@link
   *     GrantChanges#requireSigner}
   */
  @Transactional
  public void lift(UUID client, Proposals.Accepted accepted) {
    raising.changes().requireSigner(accepted.signed());
    grants.lockClient(client);
    if (!blocks.remove(client, accepted.target(), accepted.signed())) {
      throw new Refused(Problem.ENDED);
    }
  }

  /** Errs to "yes": a grant raised in vain costs its recipient one new token. */
  private boolean touches(Block block, StoredGrant grant) {
    InstitutionId recipient = grant.current().parties().recipient();
    return switch (block) {
      case Block.Everything everything -> true;
      case Block.Institution i ->
          i.institution().equals(recipient) || isHolder(i.institution(), grant);
      case Block.Document d -> isHolder(d.holder(), grant);
      case Block.Person p ->
          reach
              .directory()
              .employerOf(p.caseworker())
              .map(one -> one.id().equals(recipient))
              .orElse(true);
      case Block.Sensitivity s -> true;
    };
  }

  private static boolean isHolder(InstitutionId institution, StoredGrant grant) {
    return grant.current().provisions().all().stream()
        .anyMatch(provision -> provision.holder().equals(institution));
  }

  private void requireKnown(Block block) {
    boolean known =
        switch (block) {
          case Block.Everything everything -> true;
          case Block.Institution i -> reach.directory().institution(i.institution()).isPresent();
          case Block.Document d -> reach.directory().institution(d.holder()).isPresent();
          case Block.Person p -> reach.directory().employerOf(p.caseworker()).isPresent();
          case Block.Sensitivity s -> true;
        };
    if (!known) {
      throw new Refused(
          Problem.MALFORMED, "institution or caseworker: unknown (expected: in the directory)");
    }
  }
}
