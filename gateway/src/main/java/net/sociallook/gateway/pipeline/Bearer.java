package net.sociallook.gateway.pipeline;

import net.sociallook.consent.Purpose;
import net.sociallook.gateway.token.AccessToken;
import net.sociallook.gateway.token.ConsentToken;
import net.sociallook.gateway.token.OwnAccessToken;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, in the words of the ledger and of assertions. In own access, previews included, it is
 * the client page, for a client without a caseworker.
 *
 * @param pseudonym the recipient's own of the client; the client page has none
 */
record Bearer(
    String recipient,
    @Nullable String caseworker,
    @Nullable String pseudonym,
    @Nullable String grant,
    @Nullable Integer version,
    Purpose purpose) {

  static Bearer of(AccessToken token) {
    String recipient = token.envelope().bearer().value();
    return switch (token) {
      case ConsentToken consent ->
          new Bearer(
              recipient,
              consent.claims().caseworker().value(),
              consent.patient().value(),
              consent.claims().version().grant().value(),
              consent.claims().version().number(),
              Purpose.CARE_COORDINATION);
      case OwnAccessToken own -> new Bearer(recipient, null, null, null, null, Purpose.OWN_ACCESS);
    };
  }
}
