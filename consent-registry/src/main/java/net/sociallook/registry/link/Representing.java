package net.sociallook.registry.link;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.reach.Order;
import net.sociallook.registry.session.SigningOut;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Inviting somebody to act for a client of an institution, and ending that. */
@Component
public class Representing {
  private final Invitations invitations;
  private final Representatives representatives;
  private final InvitationNotes notes;
  private final SigningOut signingOut;

  Representing(
      Invitations invitations,
      Representatives representatives,
      InvitationNotes notes,
      SigningOut signingOut) {
    this.invitations = invitations;
    this.representatives = representatives;
    this.notes = notes;
    this.signingOut = signingOut;
  }

  /** A new invitation for who is to act for this client of the institution. */
  @Transactional
  Invitations.Opened open(InstitutionId institution, Attested by, UUID client, Order order) {
    Invitations.Opened opened = invitations.open(institution, by);
    representatives.prepare(institution, opened.id(), client, order);
    return opened;
  }

  /**
   * The same by people at the institution, who know the client by their own number of her. What was
   * open for the same number is over.
   *
   * @throws Refused with {@link Problem#NOT_LINKED} where not exactly one client is linked with it
   */
  @Transactional
  public Inviting.Opened open(
      InstitutionId institution, Attested by, LocalId localId, Order order) {
    List<UUID> clients = notes.clientsOf(institution, localId);
    if (clients.size() != 1) {
      throw new Refused(Problem.NOT_LINKED);
    }
    Invitations.Opened opened = open(institution, by, clients.getFirst(), order);
    notes.add(institution, opened.id(), localId);
    return new Inviting.Opened(opened.id(), opened.code().value());
  }

  /** What an invitation was made for; empty where a client was invited. */
  public Optional<Order> orderOf(UUID invitation) {
    return representatives.orderOf(invitation);
  }

  /** Where this person's key still has to be confirmed. */
  public List<Links.Waiting> waiting(UUID person) {
    return representatives.waiting(person);
  }

  /**
   * Ends a role on the institution's word, and with it every session of who had it. What she signed
   * for the client stays.
   *
   * @throws Refused with {@link Problem#NOT_FOUND} where the institution made no such invitation
   */
  public SigningOut.Result endByInstitution(InstitutionId institution, UUID invitation) {
    boolean known = invitations.find(institution, invitation).isPresent();
    if (!known || representatives.orderOf(invitation).isEmpty()) {
      throw new Refused(Problem.NOT_FOUND);
    }
    return end(invitation, "institution");
  }

  /** She ends a role that she has, and is signed out everywhere. */
  public SigningOut.Result endByHerself(UUID invitation) {
    return end(invitation, "representative");
  }

  /** Within the caller's transaction: a passkey was removed, and the roles that it had with it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endWith(byte[] credential) {
    representatives.endWith(credential);
  }

  /** Ended already: nothing happens, and the answer is the same. */
  private SigningOut.Result end(UUID invitation, String by) {
    return signingOut.signOutAllOf(() -> representatives.end(invitation, by));
  }
}
