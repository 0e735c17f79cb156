package net.sociallook.gateway.token;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provisions;
import net.sociallook.consent.TeamId;

/**
 * The signed claims of an own-access token. Mirrors the wire message of {@code docs/protocol.md}
 * section 6.
 *
 * @param session of the client page, in which it was made
 * @param readAt number of the withdrawal sequence at which the session was alive
 * @param routing still encrypted
 */
public record OwnClaims(
    Envelope envelope,
    UUID session,
    long readAt,
    InstitutionId holder,
    Optional<Draft> draft,
    String routing) {

  /** A grant that is not given: what the recipient's caseworker would see is asked for. */
  public record Draft(
      InstitutionId recipient,
      CaseworkerId caseworker,
      Optional<TeamId> team,
      Provisions provisions) {}
}
