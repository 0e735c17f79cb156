package net.sociallook.gateway.token;

import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provisions;
import net.sociallook.consent.TeamId;

/**
 * The signed claims of a consent token. Mirrors the wire message of {@code docs/protocol.md}
 * section 6.
 *
 * @param patient the recipient's pseudonym of the client
 * @param readAt number of the withdrawal sequence at which the grant was read
 * @param routing still encrypted
 */
public record Claims(
    Envelope envelope,
    ClientId patient,
    CaseworkerId caseworker,
    Optional<TeamId> team,
    Grant.Version version,
    long readAt,
    Provisions provisions,
    String routing) {

  public InstitutionId recipient() {
    return envelope.bearer();
  }

  /** Whose data the token is for; all its provisions are for the same. */
  public InstitutionId holder() {
    return provisions.all().getFirst().holder();
  }
}
