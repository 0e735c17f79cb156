package net.sociallook.registry.grant;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.registry.grant.TakingBack.Outcome;
import net.sociallook.registry.reach.Capacity;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** A client's blocks, for her page; the API has the same. Lifting one is for the API alone. */
@Component
public class ClientBlocks {
  private final BlockStore blocks;
  private final BlockChanges changes;
  private final Reached reached;
  private final Narrowings.Waiting waiting;

  /** What is found and locked. */
  @Component
  record Reached(GrantStore grants, BlockReach blocks) {}

  ClientBlocks(
      BlockStore blocks, BlockChanges changes, Reached reached, Narrowings.Waiting waiting) {
    this.blocks = blocks;
    this.changes = changes;
    this.reached = reached;
    this.waiting = waiting;
  }

  /**
   * A block that stands.
   *
   * @param setBy who set it for the client; empty where she did so herself
   */
  public record Standing(UUID id, Block block, Instant since, Optional<Capacity> setBy) {}

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
  public List<Standing> of(SignedIn who) {
    Map<UUID, Capacity> setters = reached.blocks().setters(who.client());
    return blocks.standing(who.client()).reversed().stream()
        .map(one ->
            new Standing(
                one.id(),
                one.form().toBlock(),
                one.since(),
                Optional.ofNullable(setters.get(one.id()))))
        .filter(one -> reached.blocks().covers(who.reach(), one.block()))
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
  public Outcome<UUID> set(SignedIn who, BlockForm form) {
    return set(who, form, Alongside.NOTHING);
  }

  /** As above, with something else in the same transaction. */
  public Outcome<UUID> set(SignedIn who, BlockForm form, Alongside alongside) {
    return waiting.takingBack().run(() -> alongside.after(changes.set(who, form)));
  }

  /** Once no change of this client is under way any more; waits for a while. */
  public State stateOf(SignedIn who, BlockForm form) {
    if (!reached.blocks().covers(who.reach(), understood(form))) {
      throw new Refused(Problem.NOT_FOUND);
    }
    Optional<BlockStore.Standing> found =
        waiting
            .transactions()
            .execute(status -> {
              reached.grants().lockClient(who.client());
              return blocks.standing(who.client()).stream()
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
