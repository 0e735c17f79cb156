package net.sociallook.registry.link;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.Passkey;
import net.sociallook.registry.passkey.PasskeyStore;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.session.Sessions;
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
      Replacements replacements,
      Representatives representatives,
      Pseudonyms pseudonyms,
      Sessions sessions) {}

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
    return link(take(code, passkey.client()), passkey, true);
  }

  /**
   * Links somebody who is known already. Of a client the oldest passkey is the one to be endorsed,
   * since the newer ones lead to it; who acts for somebody does so with the very one that she is
   * signed in with.
   */
  @Transactional
  public InstitutionId asKnownClient(InvitationCode code, Person person) {
    List<Passkey> own = passkeys.of(person.id());
    if (own.isEmpty()) {
      throw new Refused(Problem.NO_SESSION);
    }
    Invitations.Invitation invitation = take(code, person.id());
    Passkey oldest = own.getFirst();
    if (invitation.recovers().filter(person.id()::equals).isPresent()) {
      return anew(invitation, List.of(oldest, ofSession(person, own)));
    }
    boolean acts = steps.representatives().orderOf(invitation.id()).isPresent();
    return link(invitation, acts ? ofSession(person, own) : oldest, false);
  }

  /** A device that the institution has not endorsed: the first, or one that leads to no other. */
  private InstitutionId anew(Invitations.Invitation invitation, List<Passkey> candidates) {
    Passkey passkey =
        candidates.stream()
            .filter(one -> !steps.replacements().isEndorsed(invitation.institution(), one))
            .findFirst()
            .orElseThrow(() -> new Refused(Problem.ALREADY_LINKED));
    steps.replacements().accept(invitation, passkey);
    return invitation.institution();
  }

  private Passkey ofSession(Person person, List<Passkey> own) {
    byte[] credential =
        steps
            .sessions()
            .passkeyOf(person.session())
            .orElseThrow(() -> new Refused(Problem.NO_SESSION));
    return own.stream()
        .filter(one -> Arrays.equals(one.credentialId(), credential))
        .findFirst()
        .orElseThrow(() -> new Refused(Problem.NO_SESSION));
  }

  private Invitations.Invitation take(InvitationCode code, UUID person) {
    return steps.invitations().take(code, person).orElseThrow(() -> new Refused(Problem.ENDED));
  }

  private InstitutionId link(Invitations.Invitation invitation, Passkey passkey, boolean isNew) {
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
