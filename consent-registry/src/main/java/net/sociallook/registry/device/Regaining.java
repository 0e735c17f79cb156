package net.sociallook.registry.device;

import java.util.List;
import java.util.UUID;
import net.sociallook.registry.link.Recoveries;
import net.sociallook.registry.link.Recovery;
import net.sociallook.registry.passkey.Assertion;
import net.sociallook.registry.passkey.PasskeyStore;
import net.sociallook.registry.passkey.PasskeyVerifier;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.sequence.WithdrawalEffect;
import net.sociallook.registry.sequence.WithdrawalEntry;
import net.sociallook.registry.sequence.WithdrawalEntry.SessionEnded;
import net.sociallook.registry.sequence.WithdrawalSequence;
import net.sociallook.registry.session.Sessions;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What an older device, or time, makes of a recovery. */
@Component
public class Regaining {
  private final Recoveries recoveries;
  private final Keys keys;
  private final TransactionTemplate transactions;
  private final Ending ending;

  /** Where keys and sessions are. */
  @Component
  record Keys(
      PasskeyVerifier verifier,
      PasskeyStore passkeys,
      DeviceList devices,
      KeySteps steps,
      Sessions sessions) {}

  /** How what was opened ends at the gateways. */
  @Component
  record Ending(WithdrawalSequence sequence, WithdrawalEffect effect) {}

  Regaining(
      Recoveries recoveries, Keys keys, PlatformTransactionManager transactions, Ending ending) {
    this.recoveries = recoveries;
    this.keys = keys;
    this.transactions = new TransactionTemplate(transactions);
    this.ending = ending;
  }

  /** Makes full what nobody has said no to in time. */
  public void completeDue(UUID client) {
    for (UUID waiting : recoveries.due(client)) {
      transactions.executeWithoutResult(status -> recoveries.complete(waiting));
    }
  }

  /**
   * "That was me": an older passkey signs that the new key is hers.
   *
   * @throws Refused with {@link Problem#NOT_FOUND}, {@link Problem#SIGNATURE_REFUSED}, or {@link
   *     Problem#ENDED}
   */
  void confirm(UUID client, UUID waiting, JsonNode assertion) {
    Recovery recovery = find(client, waiting);
    Assertion signed = keys.verifier().verifyOf(client, assertion, recovery.document().challenge());
    transactions.executeWithoutResult(status -> {
      keys.passkeys().requireActive(signed.credentialId());
      if (!recoveries.complete(waiting)) {
        throw new Refused(Problem.ENDED);
      }
      keys.steps().add(recovery.credential(), recovery.document(), signed);
    });
  }

  /**
   * "That was not me": the new key signs nothing any more and its sessions are over. Saying it
   * twice does what saying it once does; once the access is full it changes nothing.
   *
   * @throws Refused with {@link Problem#NOT_FOUND}
   */
  public EffectResult refuse(UUID client, UUID waiting) {
    Recovery recovery = find(client, waiting);
    Long entry =
        transactions.execute(status -> {
          if (!recoveries.refuse(waiting)) {
            return 0L;
          }
          keys.devices().remove(recovery.credential());
          List<WithdrawalEntry> ended =
              keys.sessions().endAll(recovery.credential()).stream()
                  .<WithdrawalEntry>map(SessionEnded::new)
                  .toList();
          return ended.isEmpty() ? 0L : ending.sequence().append(ended);
        });
    return ending
        .effect()
        .awaitEffective(entry == null || entry == 0 ? ending.sequence().current() : entry);
  }

  private Recovery find(UUID client, UUID waiting) {
    return recoveries.find(client, waiting).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }
}
