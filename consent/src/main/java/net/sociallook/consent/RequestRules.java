package net.sociallook.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether an institution's request is covered by what the client has granted. */
final class RequestRules {
  private static final Comparator<Grant> BY_VERSION =
      Comparator.comparingInt((Grant grant) -> grant.version().number())
          .thenComparing(grant -> grant.version().grant().value());

  private RequestRules() {}

  static Decision decide(AccessRequest.ByInstitution asked, Consents consents, Instant now) {
    if (consents.blocks().stream().anyMatch(block -> block.refuses(asked))) {
      return new Decision.Deny(Reason.BLOCKED);
    }
    Reason nearest = Reason.NO_GRANT;
    List<Grant> between =
        consents.currentGrants(asked.parties()).sorted(BY_VERSION.reversed()).toList();
    for (Grant grant : between) {
      List<Provision> visible = visibleIn(grant, asked);
      List<Provision> covering =
          visible.stream().filter(p -> miss(grant, p, asked, now).isEmpty()).toList();
      if (!covering.isEmpty()) {
        return new Decision.Permit(new Basis.Granted(grant.version(), covering));
      }
      for (Provision provision : visible) {
        nearest = nearer(nearest, miss(grant, provision, asked, now).orElseThrow());
      }
    }
    return new Decision.Deny(nearest);
  }

  /** A provision for another holder or purpose is as good as absent. */
  private static List<Provision> visibleIn(Grant grant, AccessRequest.ByInstitution asked) {
    return grant.provisions().all().stream()
        .filter(provision -> provision.holder().equals(asked.holder()))
        .filter(provision -> provision.purpose() == asked.act().purpose())
        .toList();
  }

  private static Optional<Reason> miss(
      Grant grant, Provision provision, AccessRequest.ByInstitution asked, Instant now) {
    if (grant.withdrawnAt().isPresent()) {
      return Optional.of(Reason.GRANT_WITHDRAWN);
    }
    if (!provision.permission().covers(asked.operation())) {
      return Optional.of(Reason.PERMISSION_NOT_COVERED);
    }
    if (!provision.limits().narrowing().admits(asked.requester())) {
      return Optional.of(Reason.REQUESTER_NOT_COVERED);
    }
    Period period = provision.limits().period();
    if (now.isBefore(period.start())) {
      return Optional.of(Reason.NOT_YET_VALID);
    }
    return period.contains(now) ? Optional.empty() : Optional.of(Reason.EXPIRED);
  }

  private static Reason nearer(Reason one, Reason other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
