package net.sociallook.gateway.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Basis;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.ResourceId;
import net.sociallook.gateway.filter.Tally;
import net.sociallook.gateway.ledger.Intent;
import net.sociallook.gateway.ledger.Outcome;
import net.sociallook.gateway.token.AccessToken;
import org.jspecify.annotations.Nullable;

/** Words decisions and outcomes for the ledger. No content, no search values. */
final class Records {
  private static final String DENY = "deny";
  private static final String PERMIT = "permit";

  private final String node;
  private final Clock clock;

  Records(String node, Clock clock) {
    this.node = node;
    this.clock = clock;
  }

  /** The caller is known, her token is not. */
  Intent refusedToken(Visit visit, String reason) {
    return new Intent(
        UUID.randomUUID(),
        node,
        clock.instant(),
        visit.requestId(),
        visit.caller().id().value(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        DENY,
        reason,
        List.of());
  }

  /** Caller and token are known, the request is not understood. */
  Intent refusedRequest(Visit visit, AccessToken token, String reason) {
    Bearer bearer = Bearer.of(token);
    return new Intent(
        UUID.randomUUID(),
        node,
        clock.instant(),
        visit.requestId(),
        bearer.recipient(),
        bearer.caseworker(),
        bearer.pseudonym(),
        null,
        null,
        bearer.grant(),
        bearer.version(),
        token.envelope().jti(),
        null,
        null,
        null,
        bearer.purpose().code(),
        DENY,
        reason,
        List.of());
  }

  Intent denied(Asked asked, String reason) {
    return decided(asked, DENY, reason, List.of());
  }

  Intent permitted(Asked asked, Basis basis) {
    List<String> permissions =
        switch (basis) {
          case Basis.Granted granted ->
              granted.provisions().stream().map(p -> p.permission().code()).distinct().toList();
          case Basis.OwnAccess own -> List.of();
        };
    return decided(asked, PERMIT, null, permissions);
  }

  Outcome outcome(UUID intent, Ending ending) {
    Tally tally = ending.tally();
    List<Outcome.Released> released =
        tally.released().stream()
            .map(one -> new Outcome.Released(one.type().code(), one.id().value()))
            .toList();
    return new Outcome(
        intent,
        clock.instant(),
        ending.status(),
        ending.result().code(),
        released,
        tally.releasedCount(),
        tally.withheldCount(),
        ending.bytes());
  }

  private Intent decided(
      Asked asked, String decision, @Nullable String reason, List<String> permissions) {
    Bearer bearer = Bearer.of(asked.token());
    Optional<ClientId> atHolder = asked.token().clientAt(asked.holder());
    return new Intent(
        UUID.randomUUID(),
        node,
        clock.instant(),
        asked.visit().requestId(),
        bearer.recipient(),
        bearer.caseworker(),
        bearer.pseudonym(),
        asked.holder().value(),
        atHolder.map(ClientId::value).orElse(null),
        bearer.grant(),
        bearer.version(),
        asked.token().envelope().jti(),
        asked.request().operation().type().code(),
        asked.request().operation().interaction().name().toLowerCase(Locale.ROOT),
        asked.request().resource().map(ResourceId::value).orElse(null),
        bearer.purpose().code(),
        decision,
        reason,
        permissions);
  }
}
