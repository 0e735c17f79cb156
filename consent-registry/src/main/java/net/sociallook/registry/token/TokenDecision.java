package net.sociallook.registry.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.sociallook.consent.AccessRequest;
import net.sociallook.consent.Basis;
import net.sociallook.consent.ConsentPolicy;
import net.sociallook.consent.Consents;
import net.sociallook.consent.Decision;
import net.sociallook.consent.Grant;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.Reason;
import net.sociallook.consent.Requester;
import net.sociallook.consent.ResourceType;

/**
 * Which provisions a token carries: those, and only those, on which {@link ConsentPolicy} would
 * permit some request of this caseworker now. So a token can never say more than the gateway would
 * find itself.
 */
public sealed interface TokenDecision {

  /**
   * @param provisions at least one; none lies within another
   */
  record Granted(Grant.Version version, List<Provision> provisions) implements TokenDecision {}

  record Refused(Reason reason) implements TokenDecision {}

  /**
   * Who asks for what.
   *
   * @param actions empty: everything that is granted
   */
  record Question(
      Grant.Parties parties, Requester requester, InstitutionId holder, Set<Permission> actions) {}

  /** The answer for care coordination, the only purpose that a grant can name. */
  static TokenDecision decide(Question question, Consents consents, Instant now) {
    List<Decision> decisions =
        operations(question.actions())
            .map(operation -> request(question, operation))
            .map(request -> ConsentPolicy.decide(request, consents, now))
            .toList();
    List<Basis.Granted> bases =
        decisions.stream().map(TokenDecision::basis).flatMap(Optional::stream).toList();
    Set<Provision> live = new LinkedHashSet<>();
    for (Basis.Granted basis : bases) {
      basis.provisions().forEach(provision -> live.addAll(asked(provision, question.actions())));
    }
    return live.isEmpty()
        ? new Refused(nearest(decisions, consents))
        : new Granted(bases.getFirst().version(), widest(List.copyOf(live)));
  }

  private static Stream<Operation> operations(Set<Permission> actions) {
    return Arrays.stream(ResourceType.values())
        .flatMap(type -> Arrays.stream(Interaction.values()).map(i -> new Operation(type, i)))
        .filter(operation ->
            actions.isEmpty() || actions.stream().anyMatch(action -> action.covers(operation)));
  }

  private static AccessRequest request(Question question, Operation operation) {
    return new AccessRequest.ByInstitution(
        question.parties(),
        question.requester(),
        question.holder(),
        new AccessRequest.Act(operation, Purpose.CARE_COORDINATION));
  }

  private static Optional<Basis.Granted> basis(Decision decision) {
    return switch (decision) {
      case Decision.Permit(Basis.Granted granted) -> Optional.of(granted);
      case Decision.Permit(Basis.OwnAccess own) ->
          throw new IllegalStateException("basis: own access (expected: provisions)");
      case Decision.Deny deny -> Optional.empty();
    };
  }

  /** What of a live provision was asked for; {@code goals-agree} also answers "goals-view". */
  private static List<Provision> asked(Provision live, Set<Permission> actions) {
    if (actions.isEmpty()) {
      return List.of(live);
    }
    List<Provision> asked = new ArrayList<>();
    for (Permission action : actions) {
      if (live.permission().contains(action)) {
        asked.add(new Provision(action, live.holder(), live.purpose(), live.limits()));
      }
    }
    return asked;
  }

  /** Drops what lies within another, so that the token stays short. */
  private static List<Provision> widest(List<Provision> provisions) {
    return provisions.stream()
        .filter(provision ->
            provisions.stream()
                .noneMatch(other -> !other.equals(provision) && provision.liesWithin(other)))
        .toList();
  }

  /**
   * Of several misses the nearest; where no operation belongs to the actions, not even that. A
   * withdrawn grant may have no provisions left to tell that it once had some.
   */
  private static Reason nearest(List<Decision> decisions, Consents consents) {
    Reason nearest =
        decisions.stream()
            .flatMap(decision ->
                decision instanceof Decision.Deny(Reason reason)
                    ? Stream.of(reason)
                    : Stream.empty())
            .max(Comparator.naturalOrder())
            .orElse(Reason.PERMISSION_NOT_COVERED);
    boolean withdrawn =
        consents.grants().stream().anyMatch(grant -> grant.withdrawnAt().isPresent());
    return nearest == Reason.NO_GRANT && withdrawn ? Reason.GRANT_WITHDRAWN : nearest;
  }
}
