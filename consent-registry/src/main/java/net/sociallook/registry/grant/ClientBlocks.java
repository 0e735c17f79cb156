package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.registry.grant.TakingBack.Outcome;
import net.sociallook.registry.sequence.EffectResult;
import org.springframework.stereotype.Component;

/** A client's blocks, for her page; the API has the same. Lifting one is for the API alone. */
@Component
public class ClientBlocks {
  private final BlockStore blocks;
  private final BlockChanges changes;
  private final GrantStore grants;
  private final Narrowings.Waiting waiting;

  ClientBlocks(
      BlockStore blocks, BlockChanges changes, GrantStore grants, Narrowings.Waiting waiting) {
    this.blocks = blocks;
    this.changes = changes;
    this.grants = grants;
    this.waiting = waiting;
  }

  /** A block that stands. */
  public record Standing(UUID id, Block block, Instant since) {}

  /** What has become of setting a block. */
  public enum State {
    /** It is in force everywhere. */
    DONE,
    /** It stands; whether everywhere is not known. */
    CHECKING,
    /** It does not stand. */
    NOT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The newest first. */
  public List<Standing> of(UUID client) {
    return blocks.standing(client).reversed().stream()
        .map(one -> new Standing(one.id(), one.form().toBlock(), one.since()))
        .toList();
  }

  /**
   * @throws net.sociallook.registry.web.Refused if the form is not understood
   */
  public Block understood(BlockForm form) {
    return Correct.orRefused(form::toBlock);
  }

  /**
   * @throws net.sociallook.registry.web.Refused if the form is not understood, or names nobody
   */
  public Outcome<UUID> set(UUID client, BlockForm form) {
    return waiting.takingBack().run(() -> changes.set(client, form));
  }

  /** Once no change of this client is under way any more; waits for a while. */
  public State stateOf(UUID client, BlockForm form) {
    Optional<BlockStore.Standing> found =
        waiting
            .transactions()
            .execute(status -> {
              grants.lockClient(client);
              return blocks.standing(client).stream()
                  .filter(one -> one.form().equals(form))
                  .findFirst();
            });
    if (found == null || found.isEmpty()) {
      return State.NOT;
    }
    return switch (waiting.effect().awaitEffective(found.get().sequence())) {
      case EffectResult.Effective effective -> State.DONE;
      case EffectResult.Unknown unknown -> State.CHECKING;
    };
  }
}
