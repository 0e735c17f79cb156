package net.sociallook.registry.grant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Component;

/** What a client allows, as her page shows it; and taking all of it back. */
@Component
public class ClientGrants {
  private final ReachedGrants grants;
  private final GrantChanges changes;
  private final TakingBack takingBack;
  private final WithdrawalEffect effect;

  ClientGrants(
      ReachedGrants grants, GrantChanges changes, TakingBack takingBack, WithdrawalEffect effect) {
    this.grants = grants;
    this.changes = changes;
    this.takingBack = takingBack;
    this.effect = effect;
  }

  /** A grant in its newest version; a withdrawn one has no provisions. */
  public record Given(
      UUID id, InstitutionId recipient, boolean withdrawn, List<Provision> provisions) {}

  /** What is known of a withdrawal. */
  public sealed interface Withdrawal {
    /** It is in force at every gateway. */
    record InForce(Duration after) implements Withdrawal {}

    /** It may be in force, or be so soon, or not have happened. */
    record Checking() implements Withdrawal {}
  }

  /** In the order of their recipients. */
  public List<Given> of(SignedIn who) {
    return grants.of(who).stream().map(ClientGrants::given).toList();
  }

  public Optional<Given> find(SignedIn who, UUID grant) {
    return grants.find(who, grant).map(ClientGrants::given);
  }

  /**
   * Withdraws, and waits until that is in force. Withdrawn already: waits likewise.
   *
   * @throws net.sociallook.registry.web.Refused if there is no such grant of this client
   */
  public Withdrawal withdraw(SignedIn who, UUID grant) {
    return withdraw(who, grant, Alongside.NOTHING);
  }

  /** As above, with something else in the same transaction. */
  public Withdrawal withdraw(SignedIn who, UUID grant, Alongside alongside) {
    return switch (takingBack.run(() -> alongside.after(changes.withdraw(who, grant)))) {
      case TakingBack.Outcome.InForce<Integer> inForce -> new Withdrawal.InForce(inForce.after());
      case TakingBack.Outcome.Checking<Integer> checking -> new Withdrawal.Checking();
    };
  }

  /**
   * What is known now of a withdrawal that was asked for before; waits as {@link #withdraw} does.
   * Empty where the grant is not withdrawn.
   */
  public Optional<Withdrawal> withdrawalOf(SignedIn who, UUID grant) {
    return grants
        .find(who, grant)
        .filter(StoredGrant::isWithdrawn)
        .flatMap(
            one -> grants.versions(who, one.id()).getLast().sequence().stream().boxed().findFirst())
        .map(effect::awaitEffective)
        .map(result ->
            switch (result) {
              case EffectResult.Effective effective -> new Withdrawal.InForce(effective.after());
              case EffectResult.Unknown unknown -> new Withdrawal.Checking();
            });
  }

  private static Given given(StoredGrant grant) {
    return new Given(
        grant.id(),
        grant.current().parties().recipient(),
        grant.isWithdrawn(),
        grant.current().provisions().all());
  }
}
