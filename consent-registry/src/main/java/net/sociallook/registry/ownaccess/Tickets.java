package net.sociallook.registry.ownaccess;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;

/** Gives tickets for live sessions that the client signed in to. */
final class Tickets {
  private final SignIns signIns;
  private final OwnAccessTokens tokens;
  private final Clock clock;

  Tickets(SignIns signIns, OwnAccessTokens tokens, Clock clock) {
    this.signIns = signIns;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * @throws Refused with {@link Problem#SIGN_IN_NEEDED} in a session that nobody signed for
   */
  void require(SignedIn signedIn) {
    if (!signIns.isSigned(signedIn)) {
      throw new Refused(Problem.SIGN_IN_NEEDED);
    }
  }

  /** Empty where the holder does not vouch for the client's passkey, or the session has ended. */
  Optional<Ticket> forHolder(SignedIn signedIn, InstitutionId holder, Optional<Draft> draft) {
    UUID id = UUID.randomUUID();
    Optional<Ticket> ticket =
        signIns
            .at(holder, signedIn)
            .flatMap(proof ->
                tokens.make(
                    new OwnAccessTokens.Wanted(id, signedIn, holder, draft),
                    proof,
                    clock.instant()));
    ticket.ifPresent(made -> signIns.remember(id, signedIn));
    return ticket;
  }
}
