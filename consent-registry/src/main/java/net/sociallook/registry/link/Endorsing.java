package net.sociallook.registry.link;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** Takes an institution's endorsement of a client's key, which completes the link. */
@Component
public class Endorsing {
  private final Invitations invitations;
  private final Links links;
  private final Representatives representatives;
  private final Clock clock;

  Endorsing(Invitations invitations, Links links, Representatives representatives, Clock clock) {
    this.invitations = invitations;
    this.links = links;
    this.representatives = representatives;
    this.clock = clock;
  }

  /**
   * @param endorsement compact JWS
   * @throws Refused if nobody has accepted, or the endorsement does not say exactly what it has to
   */
  public void endorse(Institution institution, UUID id, String endorsement) {
    Invitations.Invitation invitation =
        invitations.find(institution.id(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    Optional<Representatives.Accepted> representative = representatives.acceptedBy(id);
    Links.Accepted accepted =
        representative
            .map(Representatives.Accepted::link)
            .or(() -> links.acceptedBy(id))
            .orElseThrow(() -> new Refused(Problem.NOT_ACCEPTED));
    Endorsement expected =
        new Endorsement(
            institution,
            id,
            accepted.keyHash(),
            accepted.pseudonym(),
            representative.map(Representatives.Accepted::order));
    if (!expected.isSaidBy(endorsement, invitation.createdAt(), clock.instant())) {
      throw new Refused(Problem.ENDORSEMENT_REFUSED);
    }
    if (representative.isPresent()) {
      representatives.endorse(id, endorsement);
    } else {
      links.endorse(id, endorsement);
    }
  }
}
