package net.sociallook.gateway.pipeline;

import java.util.UUID;
import net.sociallook.consent.Admission;
import net.sociallook.gateway.delivery.Delivery;
import net.sociallook.gateway.filter.PseudonymTranslation;
import net.sociallook.gateway.filter.Terms;
import net.sociallook.gateway.lease.InFlight;
import net.sociallook.gateway.upstream.HolderRequest;

/**
 * A permitted request whose intent is durable.
 *
 * @param intent id of the ledger record
 */
record Admitted(Asked asked, Place place, Admission admission, UUID intent, Flow flow) {

  /** The way out, and what has become of the request so far. */
  record Flow(Delivery delivery, InFlight inFlight, Progress progress) {}

  HolderRequest toHolder(String target, String accept) {
    Bearer bearer = Bearer.of(asked.token());
    return new HolderRequest(
        place.adapter(),
        target,
        accept,
        asked.visit().requestId(),
        new HolderRequest.Claims(
            asked.holder().value(),
            intent,
            place.client().value(),
            bearer.recipient(),
            bearer.caseworker(),
            bearer.purpose().code()));
  }

  /** What each resource of the answer is decided on; after the last check only. */
  Terms terms() {
    return new Terms(
        admission,
        flow.progress().admittedAt(),
        new PseudonymTranslation(place.client(), asked.token().patient()));
  }
}
