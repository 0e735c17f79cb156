package net.sociallook.gateway.ledger;

import reactor.core.publisher.Mono;

/** The append-only record of decisions and outcomes. Thread-safe. */
public interface Ledger {

  /**
   * @return completes when the intent is durable; an error means that it is not, or that nobody
   *     knows
   */
  Mono<Void> recordIntent(Intent intent);

  /**
   * @return completes when the outcome is durable; an error means that it is not, or that nobody
   *     knows
   */
  Mono<Void> recordOutcome(Outcome outcome);
}
