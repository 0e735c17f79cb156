package net.sociallook.registry.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an institution's endorsement of a client's key, which completes the link. */
@Component
public class Endorsing {
  /** How long the client's older devices can say no to a recovery before it counts. */
  private static final Duration OBJECTION = Duration.ofHours(72);

  private final Invitations invitations;
  private final Links links;
  private final Accepting accepting;
  private final Clock clock;

  /** Where those are kept who have accepted, and what is done for those who have no device. */
  @Component
  record Accepting(
      Representatives representatives,
      Replacements replacements,
      Recoveries recoveries,
      LinkRecords records) {}

  Endorsing(Invitations invitations, Links links, Accepting accepting, Clock clock) {
    this.invitations = invitations;
    this.links = links;
    this.accepting = accepting;
    this.clock = clock;
  }

  /**
   * @param endorsement compact JWS
   * @param by empty where the institution's system says so, for the one who invited
   * @throws Refused if nobody has accepted, or the endorsement does not say exactly what it has to
   */
  @Transactional
  public void endorse(Institution institution, UUID id, String endorsement, Optional<Attested> by) {
    Invitations.Invitation invitation =
        invitations.find(institution.id(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    Optional<Representatives.Accepted> representative = accepting.representatives().acceptedBy(id);
    Optional<Links.Accepted> link = links.acceptedBy(id);
    Links.Accepted accepted =
        representative
            .map(Representatives.Accepted::link)
            .or(() -> link)
            .or(() -> accepting.replacements().acceptedBy(id))
            .orElseThrow(() -> new Refused(Problem.NOT_ACCEPTED));
    Endorsement expected =
        new Endorsement(
            institution,
            id,
            accepted.keyHash(),
            accepted.pseudonym(),
            representative.map(Representatives.Accepted::order),
            replaced(invitation, accepted.keyHash()));
    if (!expected.isSaidBy(endorsement, invitation.createdAt(), clock.instant())) {
      throw new Refused(Problem.ENDORSEMENT_REFUSED);
    }
    UUID record = UUID.randomUUID();
    if (representative.isPresent()) {
      accepting.representatives().endorse(id, endorsement);
    } else if (link.isEmpty()) {
      accepting.replacements().endorse(id, endorsement);
    } else if (links.endorseInPerson(id, endorsement, record)) {
      LinkRecords.At desk =
          new LinkRecords.At(
              institution.id(),
              by.orElseGet(() -> Attested.bySystem(invitations.inviter(id))),
              accepted.client(),
              accepted.pseudonym());
      accepting.records().keep(record, desk, new LinkRecords.Act.Confirmed());
    } else if (links.endorse(id, endorsement) && invitation.recovers().isPresent()) {
      recovered(accepted.client(), Endorsement.issuedAt(endorsement));
    }
  }

  /**
   * What an endorsement of this key has to name as replaced; empty for a new client, and where it
   * is the first that the institution endorses for her.
   */
  Optional<String> replaced(Invitations.Invitation invitation, String keyHash) {
    return invitation
        .recovers()
        .flatMap(client -> links.keyHash(client, invitation.institution()))
        .filter(first -> !first.equals(keyHash));
  }

  /** Two institutions that know her are enough; after one alone her other devices are asked. */
  private void recovered(UUID waiting, Instant saidAt) {
    Instant now = clock.instant();
    Instant fullAt = (saidAt.isAfter(now) ? saidAt : now).plus(OBJECTION);
    accepting.recoveries().noticed(waiting, fullAt);
    if (links.endorsed(waiting).size() > 1) {
      accepting.recoveries().complete(waiting);
    }
  }
}
