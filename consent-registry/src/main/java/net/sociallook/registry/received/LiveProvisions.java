package net.sociallook.registry.received;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.sociallook.consent.AccessRequest;
import net.sociallook.consent.Block;
import net.sociallook.consent.ConsentPolicy;
import net.sociallook.consent.Consents;
import net.sociallook.consent.Decision;
import net.sociallook.consent.Grant;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Provisions;
import net.sociallook.consent.Requester;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.directory.Institution;

/**
 * Which provisions of a grant open something for their recipient, now or once they begin. It is
 * {@link ConsentPolicy} that says so: what is listed and what is enforced cannot differ, and a
 * provision under a block is absent like one that was taken away.
 */
final class LiveProvisions {
  /** Decides nothing in its own right: only blocks are asked about it. */
  private static final Operation ANY = new Operation(ResourceType.PATIENT, Interaction.READ);

  private final Institution recipient;
  private final Instant now;

  LiveProvisions(Institution recipient, Instant now) {
    this.recipient = recipient;
    this.now = now;
  }

  List<Provision> of(Grant grant, List<Block> blocks) {
    return grant.provisions().all().stream()
        .filter(provision -> provision.limits().period().end().isAfter(now))
        .filter(provision ->
            recipient.caseworkers().stream()
                .anyMatch(caseworker -> opens(grant, provision, blocks, caseworker)))
        .toList();
  }

  private boolean opens(
      Grant grant, Provision provision, List<Block> blocks, Institution.Caseworker caseworker) {
    Optional<Operation> operation = operations(provision.permission()).findFirst();
    AccessRequest.ByInstitution request =
        new AccessRequest.ByInstitution(
            grant.parties(),
            new Requester(recipient.id(), recipient.kind(), caseworker.id(), caseworker.team()),
            provision.holder(),
            new AccessRequest.Act(operation.orElse(ANY), provision.purpose()));
    if (operation.isEmpty()) {
      return grant.withdrawnAt().isEmpty()
          && blocks.stream().noneMatch(block -> block.refuses(request));
    }
    Grant alone =
        new Grant(
            grant.version(),
            grant.parties(),
            new Provisions(List.of(provision)),
            grant.withdrawnAt());
    Instant start = provision.limits().period().start();
    return ConsentPolicy.decide(
            request,
            new Consents(List.of(alone), blocks, Set.of()),
            start.isAfter(now) ? start : now)
        instanceof Decision.Permit;
  }

  private static Stream<Operation> operations(Permission permission) {
    return permission.types().stream()
        .flatMap(type -> Arrays.stream(Interaction.values()).map(i -> new Operation(type, i)))
        .filter(permission::covers);
  }
}
