package net.sociallook.consent;

import java.time.Instant;

/**
 * Decides, purely, whether a request may go ahead and whether one returned resource may be
 * released. Root rule: deny.
 *
 * <p>Laws, each held by a property test: no grant → deny; the order of grants is irrelevant;
 * removing, narrowing or blocking never widens; outside [start, end) → deny; a grant of another
 * client, recipient, holder or purpose is invisible; a permit names the provisions it rests on.
 */
public final class ConsentPolicy {
  private ConsentPolicy() {}

  /** Whether the request may be sent to the holder at all. */
  public static Decision decide(AccessRequest request, Consents consents, Instant now) {
    return switch (request) {
      case AccessRequest.ByInstitution asked -> RequestRules.decide(asked, consents, now);
      case AccessRequest.ByClient own -> decideOwn(own, consents);
    };
  }

  /** Whether one resource that the holder returned to a permitted request may be released. */
  public static Decision release(ResourceFacts facts, Admission admission, Instant now) {
    return ReleaseRules.decide(facts, admission, now);
  }

  private static Decision decideOwn(AccessRequest.ByClient own, Consents consents) {
    Link link = new Link(own.client(), own.holder());
    return consents.links().contains(link)
        ? new Decision.Permit(new Basis.OwnAccess(link))
        : new Decision.Deny(Reason.NOT_LINKED);
  }
}
