package net.sociallook.gateway.pipeline;

import java.net.URI;
import java.util.Optional;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.Reason;
import net.sociallook.consent.ResourceType;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.caller.Institution;
import net.sociallook.gateway.caller.Institutions;
import net.sociallook.gateway.delivery.AnswerCut;
import net.sociallook.gateway.delivery.Delivery;
import net.sociallook.gateway.lease.InFlight;
import net.sociallook.gateway.lease.Leases;
import net.sociallook.gateway.lease.Refused;
import net.sociallook.gateway.request.FhirRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Takes an understood request to where it goes, in flight on its grant from before the decision
 * until nothing of it can go out any more.
 */
final class Passage {
  private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

  private final Institutions institutions;
  private final Leases leases;
  private final Register register;
  private final Access access;

  Passage(Institutions institutions, Leases leases, Register register, Access access) {
    this.institutions = institutions;
    this.leases = leases;
    this.register = register;
    this.access = access;
  }

  Mono<Void> enter(Asked asked) {
    Optional<Institution> holder = institutions.find(asked.holder());
    Optional<URI> adapter = holder.flatMap(Institution::adapter);
    if (adapter.isEmpty()) {
      // who only receives keeps nothing of anybody
      Refusal refusal = holder.isPresent() ? Refusal.KIND_NOT_KEPT : Refusal.NOT_FOUND;
      return register.deny(asked, refusal.code(), refusal);
    }
    Optional<ClientId> client = asked.token().clientAt(asked.holder());
    if (client.isEmpty()) {
      return register.deny(asked, Reason.NO_GRANT.code(), Denials.of(Reason.NO_GRANT));
    }
    if (couldSanction(asked)) {
      return register.deny(asked, Reason.NEVER_SANCTION.code(), Refusal.NOT_COVERED);
    }
    if (isAboutSomebodyElse(asked)) {
      return register.deny(asked, Reason.OTHER_CLIENT.code(), Denials.of(Reason.OTHER_CLIENT));
    }
    return inFlight(asked, new Place(adapter.get(), client.get()));
  }

  private static boolean isAboutSomebodyElse(Asked asked) {
    return named(asked.request())
        .filter(patient -> !patient.equals(asked.token().patient()))
        .isPresent();
  }

  /** The client, where the request itself says who. */
  private static Optional<ClientId> named(FhirRequest request) {
    return switch (request) {
      case FhirRequest.Search search -> search.query().patient();
      case FhirRequest.Read read when read.type() == ResourceType.PATIENT ->
          Optional.of(new ClientId(read.id().value()));
      case FhirRequest.Read read -> Optional.empty();
      case FhirRequest.NextPage next -> Optional.empty();
      case FhirRequest.ReadBinary read -> Optional.empty();
      case FhirRequest.NotServed none -> Optional.empty();
    };
  }

  /** Whether a benefit authority searches for what it is never shown. */
  private static boolean couldSanction(Asked asked) {
    return asked
            .requester()
            .filter(requester -> requester.kind() == InstitutionKind.BENEFIT_AUTHORITY)
            .isPresent()
        && asked.request() instanceof FhirRequest.Search search
        && search.query().couldSanction();
  }

  private Mono<Void> inFlight(Asked asked, Place place) {
    Delivery delivery = Delivery.of(asked.visit().exchange());
    InFlight inFlight = leases.register(asked.standing(), delivery::cut);
    Access.Way way = new Access.Way(delivery, inFlight);
    return delivery
        .unlessCut(Mono.defer(() -> access.decide(asked, place, way)))
        .onErrorResume(error -> broken(asked, way, error))
        .doFinally(signal -> inFlight.close());
  }

  private Mono<Void> broken(Asked asked, Access.Way way, Throwable error) {
    if (asked.visit().response().isCommitted()) {
      // whatever broke it: the caller must not take a part for the whole
      way.delivery().cut();
      way.inFlight().close();
      return Mono.empty();
    }
    way.inFlight().close();
    Misfortune misfortune = misfortune(asked, error);
    if (misfortune.refusal() == Refusal.UNAVAILABLE) {
      LOG.warn("request {}: {}", asked.visit().requestId(), error.getClass().getSimpleName());
    }
    return asked.visit().refuse(misfortune.refusal());
  }

  /** A request is cut for one of two causes: the grant died, or this node lost its lease. */
  private Misfortune misfortune(Asked asked, Throwable error) {
    boolean leaseless =
        error instanceof AnswerCut
            && leases
                .lastCheck(asked.standing())
                .filter(refused -> refused == Refused.NO_LEASE)
                .isPresent();
    return leaseless
        ? new Misfortune(Refusal.UNAVAILABLE, Ending.Result.FAILED)
        : Misfortune.of(error);
  }
}
