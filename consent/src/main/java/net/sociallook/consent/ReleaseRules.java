package net.sociallook.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether one resource of an answer is covered by the basis on which the request was permitted. */
final class ReleaseRules {
  private ReleaseRules() {}

  static Decision decide(ResourceFacts facts, Admission admission, Instant now) {
    if (!isAboutClientOf(admission.request(), facts)) {
      return new Decision.Deny(Reason.OTHER_CLIENT);
    }
    if (!answers(admission.request().operation().type(), facts.kind().type())) {
      return new Decision.Deny(Reason.TYPE_NOT_COVERED);
    }
    return switch (admission.basis()) {
      case Basis.OwnAccess own -> new Decision.Permit(own);
      case Basis.Granted granted -> decideGranted(facts, admission, granted, now);
    };
  }

  private static boolean isAboutClientOf(AccessRequest request, ResourceFacts facts) {
    return facts.kind().type().hasClient()
        ? facts.client().filter(request.client()::equals).isPresent()
        : facts.client().isEmpty();
  }

  /**
   * A Binary has no client and no labels of its own: it is decided as the DocumentReference it
   * belongs to.
   */
  private static boolean answers(ResourceType asked, ResourceType returned) {
    return asked == returned
        || (asked == ResourceType.BINARY && returned == ResourceType.DOCUMENT_REFERENCE);
  }

  private static Decision decideGranted(
      ResourceFacts facts, Admission admission, Basis.Granted granted, Instant now) {
    AccessRequest.ByInstitution request = (AccessRequest.ByInstitution) admission.request();
    if (admission.blocks().stream().anyMatch(block -> block.withholds(request, facts))) {
      return new Decision.Deny(Reason.BLOCKED);
    }
    Optional<Reason> rule = ruleOfKind(facts.kind(), request, now);
    if (rule.isPresent()) {
      return new Decision.Deny(rule.get());
    }
    List<Provision> narrowed =
        granted.provisions().stream()
            .filter(p -> p.limits().narrowing().admitsDocument(facts))
            .toList();
    if (narrowed.isEmpty()) {
      return new Decision.Deny(Reason.DOCUMENT_NOT_COVERED);
    }
    List<Provision> covering =
        narrowed.stream()
            .filter(p -> facts.labels().effective().isAtMost(p.limits().ceiling()))
            .toList();
    return covering.isEmpty()
        ? new Decision.Deny(Reason.CONFIDENTIALITY_ABOVE_CEILING)
        : new Decision.Permit(new Basis.Granted(granted.version(), covering));
  }

  private static Optional<Reason> ruleOfKind(
      ResourceFacts.Kind kind, AccessRequest.ByInstitution request, Instant now) {
    Requester requester = request.requester();
    return switch (kind) {
      case ResourceFacts.Kind.Plain p -> Optional.empty();
      case ResourceFacts.Kind.Appointment a ->
          requester.kind() == InstitutionKind.BENEFIT_AUTHORITY && !a.start().isAfter(now)
              ? Optional.of(Reason.NEVER_SANCTION)
              : Optional.empty();
      case ResourceFacts.Kind.Message m ->
          m.parties().contains(requester.institution())
              ? Optional.empty()
              : Optional.of(Reason.NOT_PARTY_TO_MESSAGE);
      case ResourceFacts.Kind.Slot s ->
          s.free() ? Optional.empty() : Optional.of(Reason.SLOT_NOT_FREE);
    };
  }
}
