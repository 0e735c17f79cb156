package net.sociallook.registry.link;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.reach.Order;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** A code that somebody brings: what has become of its invitation, and whose it is. */
@Component
public class Arrivals {
  private final Invitations invitations;
  private final WrongCodes wrongCodes;
  private final Representatives representatives;
  private final Clock clock;

  Arrivals(
      Invitations invitations,
      WrongCodes wrongCodes,
      Representatives representatives,
      Clock clock) {
    this.invitations = invitations;
    this.wrongCodes = wrongCodes;
    this.representatives = representatives;
    this.clock = clock;
  }

  /** What has become of an invitation. */
  public enum State {
    OPEN,
    USED,
    EXPIRED,
    UNKNOWN
  }

  /**
   * @param institution who invited; empty where the code is unknown
   * @param order on which somebody is to act for a client; empty where a client is invited
   */
  public record Found(State state, Optional<InstitutionId> institution, Optional<Order> order) {}

  /**
   * @param request whose sender is held back after too many wrong codes
   * @throws Refused with {@link net.sociallook.registry.web.Problem#TOO_MANY_TRIES}
   */
  public Found look(String typed, HttpServletRequest request) {
    wrongCodes.requireFew(request);
    Optional<Invitations.Invitation> invitation = invitations.find(InvitationCode.typed(typed));
    if (invitation.isEmpty()) {
      wrongCodes.count(request);
    }
    return new Found(
        invitation.map(this::stateOf).orElse(State.UNKNOWN),
        invitation.map(Invitations.Invitation::institution),
        invitation.flatMap(one -> representatives.orderOf(one.id())));
  }

  private State stateOf(Invitations.Invitation invitation) {
    if (invitation.taken()) {
      return State.USED;
    }
    return invitation.isOpen(clock.instant()) ? State.OPEN : State.EXPIRED;
  }
}
