package net.sociallook.registry.link;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.passkey.PasskeyStore;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A client accepts an invitation: all of it happens, or nothing. */
@Component
public class Acceptance {
  private final JdbcClient database;
  private final Clock clock;
  private final PasskeyStore passkeys;
  private final LinkSteps steps;

  /** What an acceptance touches. */
  @Component
  record LinkSteps(
      Invitations invitations,
      Links links,
      Recoveries recoveries,
      Representatives representatives,
      Pseudonyms pseudonyms) {}

  Acceptance(JdbcClient database, Clock clock, PasskeyStore passkeys, LinkSteps steps) {
    this.database = database;
    this.clock = clock;
    this.passkeys = passkeys;
    this.steps = steps;
  }

  /**
   * Makes the client, or who is to act for one, whose passkey this is, and links her.
   *
   * @param kind of her browser
   */
  @Transactional
  public InstitutionId asNewClient(InvitationCode code, Passkey passkey, Optional<String> kind) {
    try {
      database
          .sql("insert into client values (:id, :now)")
          .param("id", passkey.client())
          .param("now", Timestamp.from(clock.instant()))
          .update();
      passkeys.add(passkey);
      passkeys.describe(passkey.credentialId(), kind);
    } catch (DuplicateKeyException e) {
      throw new Refused(Problem.SIGNATURE_REFUSED);
    }
    return link(code, passkey, true);
  }

  /** Links a client who is known already; her oldest passkey is the one to be endorsed. */
  @Transactional
  public InstitutionId asKnownClient(InvitationCode code, UUID client) {
    List<Passkey> own = passkeys.of(client);
    if (own.isEmpty()) {
      throw new Refused(Problem.NO_SESSION);
    }
    return link(code, own.get(0), false);
  }

  private InstitutionId link(InvitationCode code, Passkey passkey, boolean isNew) {
    Invitations.Invitation invitation =
        steps
            .invitations()
            .take(code, passkey.client())
            .orElseThrow(() -> new Refused(Problem.ENDED));
    Optional<Recovery> waits = steps.recoveries().ofWaiting(passkey.client());
    if (invitation.recovers().isPresent()) {
      // Not new: the same new key, in person at one more institution.
      if (!isNew && !waits.map(Recovery::client).equals(invitation.recovers())) {
        throw new Refused(Problem.ALREADY_LINKED);
      }
      if (isNew) {
        steps.recoveries().begin(invitation.recovers().get(), passkey);
      }
      linkAgain(invitation, passkey);
    } else if (waits.isPresent()) {
      throw new Refused(Problem.NOT_LINKED);
    } else if (!steps.representatives().accept(invitation, passkey)) {
      steps.links().accept(invitation, passkey);
    }
    return invitation.institution();
  }

  /** Under the pseudonym that the institution has for the client already. */
  private void linkAgain(Invitations.Invitation invitation, Passkey passkey) {
    String pseudonym =
        invitation
            .recovers()
            .flatMap(client -> steps.pseudonyms().of(client, invitation.institution()))
            .orElseThrow(() -> new Refused(Problem.ENDED));
    steps.links().acceptAgain(invitation, passkey, pseudonym);
  }
}
