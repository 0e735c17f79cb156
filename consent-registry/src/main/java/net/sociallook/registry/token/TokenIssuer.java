package net.sociallook.registry.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Consents;
import net.sociallook.consent.Grant;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.Reason;
import net.sociallook.consent.Requester;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.Evidence;
import net.sociallook.registry.grant.GrantReader.CurrentGrant;
import net.sociallook.registry.ledger.Ledger;
import net.sociallook.registry.ledger.LedgerEntry;

/** Answers a token request: reads, decides, composes, signs; what is refused is recorded first. */
public final class TokenIssuer {
  private final ConsentSnapshot.Reader snapshots;
  private final TokenWriter writer;
  private final Ledger ledger;
  private final Clock clock;

  TokenIssuer(ConsentSnapshot.Reader snapshots, TokenWriter writer, Ledger ledger, Clock clock) {
    this.snapshots = snapshots;
    this.writer = writer;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * @throws RuntimeException if the answer could not be found out, or a refusal not be recorded;
   *     nothing is issued then
   */
  public TokenAnswer answer(TokenRequest request) {
    Optional<ConsentSnapshot> snapshot =
        snapshots.read(request.institution().id(), request.details());
    Optional<Institution.Caseworker> caseworker =
        request.institution().caseworker(request.details().requester());
    if (caseworker.isEmpty()) {
      refuse(request, Refusal.ByRegistry.UNKNOWN_REQUESTER);
      return new TokenAnswer.UnknownRequester();
    }
    if (!Purpose.CARE_COORDINATION.code().equals(request.details().purpose())) {
      return nothing(request, Refusal.ByRegistry.PURPOSE_NOT_COVERED);
    }
    if (snapshot.isEmpty()) {
      return nothing(request, Refusal.ByRegistry.UNKNOWN_CLIENT);
    }
    return decide(request, snapshot.get(), asker(request.institution(), caseworker.get()));
  }

  private TokenAnswer decide(
      TokenRequest request, ConsentSnapshot snapshot, ConsentToken.Asker asker) {
    AccessDetails details = request.details();
    Instant now = clock.instant();
    TokenDecision decision =
        TokenDecision.decide(
            new TokenDecision.Question(
                new Grant.Parties(
                    new ClientId(snapshot.client().toString()), asker.requester().institution()),
                asker.requester(),
                details.holder(),
                details.actions()),
            consents(snapshot, details),
            now);
    return switch (decision) {
      case TokenDecision.Refused(Reason reason) -> nothing(request, new Refusal.ByPolicy(reason));
      case TokenDecision.Granted granted when snapshot.holderPseudonym().isEmpty() ->
          nothing(request, new Refusal.ByPolicy(Reason.NOT_LINKED));
      case TokenDecision.Granted granted ->
          snapshot
              .proofOf(granted.provisions())
              .map(proven ->
                  write(
                          request,
                          snapshot,
                          asker,
                          new TokenDecision.Granted(granted.version(), proven.provisions()),
                          proven.evidence(),
                          now)
                      .map(issued -> withinLimit(request, issued))
                      .orElseGet(() -> nothing(request, new Refusal.ByPolicy(Reason.EXPIRED))))
              .orElseGet(() -> nothing(request, Refusal.ByRegistry.of(snapshot.unproven())));
    };
  }

  /** A grant other than the one the institution means is as good as none. */
  private static Consents consents(ConsentSnapshot snapshot, AccessDetails details) {
    List<Grant> grants =
        snapshot.grant().map(CurrentGrant::grant).stream()
            .filter(grant -> details.grant().map(grant.version().grant()::equals).orElse(true))
            .toList();
    return new Consents(grants, snapshot.blocks(), Set.of());
  }

  private Optional<TokenAnswer.Issued> write(
      TokenRequest request,
      ConsentSnapshot snapshot,
      ConsentToken.Asker asker,
      TokenDecision.Granted granted,
      Evidence evidence,
      Instant now) {
    return writer.write(
        new ConsentToken.Bearer(asker, request.confirmation(), request.details().patient()),
        new ConsentToken.Granted(granted.version(), snapshot.readAt(), granted.provisions()),
        new TokenComposer.Hidden(
            request.details().holder(),
            snapshot.holderPseudonym().orElseThrow(),
            snapshot.blocks(),
            evidence),
        now);
  }

  private TokenAnswer withinLimit(TokenRequest request, TokenAnswer.Issued issued) {
    if (issued.bytes() <= TokenSigner.MOST_BYTES) {
      return issued;
    }
    refuse(request, Refusal.ByRegistry.TOKEN_TOO_LONG);
    return new TokenAnswer.TooLong(issued.bytes());
  }

  private TokenAnswer nothing(TokenRequest request, Refusal refusal) {
    refuse(request, refusal);
    return new TokenAnswer.Nothing();
  }

  private void refuse(TokenRequest request, Refusal refusal) {
    AccessDetails asked = request.details();
    ledger.append(
        new LedgerEntry.TokenRefused(
            request.institution().id().value(),
            asked.requester().value(),
            asked.patient(),
            asked.holder().value(),
            asked.purpose(),
            asked.actions().stream().map(Permission::code).sorted().toList(),
            refusal.code()));
  }

  private static ConsentToken.Asker asker(
      Institution institution, Institution.Caseworker caseworker) {
    return new ConsentToken.Asker(
        new Requester(institution.id(), institution.kind(), caseworker.id(), caseworker.team()),
        institution.name(),
        caseworker.name(),
        caseworker.roleCode());
  }
}
