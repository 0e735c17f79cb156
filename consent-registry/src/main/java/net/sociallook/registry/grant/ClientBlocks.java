package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.registry.grant.TakingBack.Outcome;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import org.springframework.stereotype.Component;

/** A client's blocks, for her page; the API has the same. Lifting one is for the API alone. */
@Component
public class ClientBlocks {
  private final BlockStore blocks;
  private final BlockChanges changes;
  private final TakingBack takingBack;
  private final WithdrawalEffect effect;

  ClientBlocks(
      BlockStore blocks, BlockChanges changes, TakingBack takingBack, WithdrawalEffect effect) {
    this.blocks = blocks;
    this.changes = changes;
    this.takingBack = takingBack;
    this.effect = effect;
  }

  /** A block that stands. */
  public record Standing(UUID id, Block block, Instant since) {}

  /** The newest first. */
  public List<Standing> of(UUID client) {
    return blocks.standing(client).reversed().stream()
        .map(one -> new Standing(one.id(), one.form().toBlock(), one.since()))
        .toList();
  }

  /** Whether all of them are in force everywhere; waits for a while. */
  public boolean inForce(UUID client) {
    return blocks.standing(client).stream().mapToLong(BlockStore.Standing::sequence).max().stream()
        .allMatch(number -> effect.awaitEffective(number) instanceof EffectResult.Effective);
  }

  /**
   * @throws net.sociallook.registry.web.Refused if the form is not understood
   */
  public Outcome<UUID> set(UUID client, BlockForm form) {
    return takingBack.run(() -> changes.set(client, form));
  }
}
