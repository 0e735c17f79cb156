package net.sociallook.gateway.pipeline;

import java.util.UUID;
import net.sociallook.consent.Basis;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.ledger.Intent;
import net.sociallook.gateway.ledger.Ledger;
import net.sociallook.gateway.token.AccessToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Writes to the ledger before anything else happens. Where an intent does not become durable, the
 * returned publisher fails and nothing was answered.
 */
final class Register {
  private static final Logger LOG = LoggerFactory.getLogger(Register.class);

  private final Ledger ledger;
  private final Records records;

  Register(Ledger ledger, Records records) {
    this.ledger = ledger;
    this.records = records;
  }

  Mono<Void> refuseToken(Visit visit, String reason) {
    return refuse(visit, records.refusedToken(visit, reason), Refusal.TOKEN_REFUSED);
  }

  Mono<Void> refuseRequest(Visit visit, AccessToken token, Refusal refusal) {
    return refuse(visit, records.refusedRequest(visit, token, refusal.code()), refusal);
  }

  Mono<Void> deny(Asked asked, String reason, Refusal refusal) {
    return refuse(asked.visit(), records.denied(asked, reason), refusal);
  }

  /** Records a denial that the caller is not to be told of as one. */
  Mono<Void> denyInSilence(Asked asked, String reason) {
    return ledger.recordIntent(records.denied(asked, reason));
  }

  /**
   * @return the intent's id, once durable
   */
  Mono<UUID> permit(Asked asked, Basis basis) {
    Intent intent = records.permitted(asked, basis);
    return ledger.recordIntent(intent).thenReturn(intent.id());
  }

  /** Never fails: a lost outcome is found by the registry, as an intent without one. */
  Mono<Void> outcome(UUID intent, Ending ending) {
    return ledger
        .recordOutcome(records.outcome(intent, ending))
        .doOnError(e -> LOG.warn("outcome of {}: not durable (expected: recorded)", intent))
        .onErrorComplete();
  }

  private Mono<Void> refuse(Visit visit, Intent intent, Refusal refusal) {
    return ledger.recordIntent(intent).then(Mono.defer(() -> visit.refuse(refusal)));
  }
}
