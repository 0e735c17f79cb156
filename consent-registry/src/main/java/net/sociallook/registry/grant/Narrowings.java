package net.sociallook.registry.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.sociallook.consent.Provision;
import net.sociallook.registry.grant.TakingBack.Outcome;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a grant was and is, and allowing less of it. For the client's page; the API has the same.
 */
@Component
public class Narrowings {
  private final GrantStore store;
  private final ReachedGrants grants;
  private final GrantChanges changes;
  private final Waiting waiting;

  /** How a change is made, and how it is found out what has become of it. */
  @Component
  record Waiting(
      TakingBack takingBack, TransactionTemplate transactions, WithdrawalEffect effect) {}

  Narrowings(GrantStore store, ReachedGrants grants, GrantChanges changes, Waiting waiting) {
    this.store = store;
    this.grants = grants;
    this.changes = changes;
    this.waiting = waiting;
  }

  /**
   * @param versions the newest first
   */
  public record History(StoredGrant grant, List<GrantVersion> versions) {
    public GrantVersion newest() {
      return versions.getFirst();
    }
  }

  /** What is to be left of provisions. */
  @FunctionalInterface
  public interface Less {
    /**
     * @throws IllegalArgumentException if it cannot be done
     */
    List<Provision> of(List<Provision> present);
  }

  /** The grant of each institution that has one which is not withdrawn, by the institution's id. */
  public Map<String, UUID> standing(SignedIn who) {
    return grants.of(who).stream()
        .filter(grant -> !grant.isWithdrawn())
        .collect(
            Collectors.toMap(
                grant -> grant.current().parties().recipient().value(), StoredGrant::id));
  }

  /**
   * With all versions, once no change of this client is under way any more: what it says then is
   * final, also about a change whose outcome was not known.
   */
  public Optional<History> history(SignedIn who, UUID id) {
    Optional<History> found =
        waiting
            .transactions()
            .execute(status -> {
              store.lockClient(who.client());
              return grants
                  .find(who, id)
                  .map(grant -> new History(grant, grants.versions(who, id).reversed()));
            });
    return found == null ? Optional.empty() : found;
  }

  /** Whether what this version took back is in force everywhere; waits for a while. */
  public EffectResult effect(GrantVersion version) {
    return waiting.effect().awaitEffective(version.sequence().orElseThrow());
  }

  /**
   * @throws net.sociallook.registry.web.Refused as {@link GrantChanges#narrow}
   */
  public Outcome<Integer> narrow(SignedIn who, UUID id, Less less) {
    return narrow(who, id, less, Alongside.NOTHING);
  }

  /** As above, with something else in the same transaction. */
  public Outcome<Integer> narrow(SignedIn who, UUID id, Less less, Alongside alongside) {
    return waiting.takingBack().run(() -> alongside.after(changes.narrow(who, id, less)));
  }
}
