package net.sociallook.gateway.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.AccessRequest;
import net.sociallook.consent.Admission;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.ConsentPolicy;
import net.sociallook.consent.Consents;
import net.sociallook.consent.Decision;
import net.sociallook.consent.Reason;
import net.sociallook.gateway.answer.Refusal;
import net.sociallook.gateway.delivery.Delivery;
import net.sociallook.gateway.filter.PseudonymTranslation;
import net.sociallook.gateway.filter.Terms;
import net.sociallook.gateway.lease.InFlight;
import net.sociallook.gateway.lease.Leases;
import net.sociallook.gateway.lease.Refused;
import net.sociallook.gateway.request.FhirRequest;
import net.sociallook.gateway.token.TokenFault;
import reactor.core.publisher.Mono;

/** Decides an understood request, has the decision recorded, and only then lets it work. */
final class Access {
  /** The caller went away before anything was answered; no answer carries this status. */
  private static final int GONE = 499;

  private final Leases leases;
  private final Register register;
  private final Works works;
  private final Clock clock;

  Access(Leases leases, Register register, Works works, Clock clock) {
    this.leases = leases;
    this.register = register;
    this.works = works;
    this.clock = clock;
  }

  /** How a request in flight reaches its caller, and how it is known that it still may. */
  record Way(Delivery delivery, InFlight inFlight) {}

  Mono<Void> decide(Asked asked, Place place, Way way) {
    Optional<Work> work = works.of(asked);
    if (work.isEmpty()) {
      return register.deny(asked, Refusal.NOT_UNDERSTOOD.code(), Refusal.NOT_UNDERSTOOD);
    }
    Optional<Refused> dead = leases.lastCheck(asked.standing());
    if (dead.isPresent()) {
      return dead.get() == Refused.NO_LEASE
          ? asked.visit().refuse(Refusal.UNAVAILABLE)
          : register.deny(asked, TokenFault.DEAD.code(), Refusal.TOKEN_REFUSED);
    }
    AccessRequest wanted = asked.access(place.client());
    Consents consents = asked.consents(place.client());
    Instant now = clock.instant();
    return switch (ConsentPolicy.decide(wanted, consents, now)) {
      case Decision.Deny deny when deny.reason() == Reason.BLOCKED ->
          blocked(asked, place, consents);
      case Decision.Deny deny ->
          register.deny(asked, deny.reason().code(), Denials.of(deny.reason()));
      case Decision.Permit permit when asked.request() instanceof FhirRequest.NotServed ->
          register.deny(asked, Refusal.METHOD_NOT_ALLOWED.code(), Refusal.METHOD_NOT_ALLOWED);
      case Decision.Permit permit ->
          register
              .permit(asked, permit.basis())
              .flatMap(intent ->
                  carryOut(
                      new Admitted(
                          asked,
                          place,
                          new Admission(wanted, permit.basis(), consents.blocks()),
                          intent,
                          new Admitted.Flow(way.delivery(), way.inFlight(), new Progress())),
                      work.get()));
    };
  }

  /**
   * Runs the work; whatever becomes of it, it leaves the flight and then its outcome is recorded.
   */
  private Mono<Void> carryOut(Admitted admitted, Work work) {
    Progress progress = admitted.flow().progress();
    return Mono.usingWhen(
        Mono.just(admitted),
        it -> work.run(it).doOnSuccess(done -> progress.ends(200, Ending.Result.COMPLETED)),
        it -> ended(it),
        (it, error) -> {
          Misfortune misfortune = Misfortune.of(error);
          progress.ends(status(it, misfortune.refusal().status()), result(it, misfortune));
          return ended(it);
        },
        it -> {
          boolean alive = it.flow().inFlight().alive();
          progress.ends(status(it, GONE), alive ? Ending.Result.ABORTED : Ending.Result.WITHDRAWN);
          return ended(it);
        });
  }

  private Mono<Void> ended(Admitted admitted) {
    admitted.flow().inFlight().close();
    return admitted
        .flow()
        .progress()
        .ending()
        .map(ending -> register.outcome(admitted.intent(), ending))
        .orElseGet(Mono::empty);
  }

  /** Once data flowed, the status is out. */
  private static int status(Admitted admitted, int refused) {
    return begun(admitted) ? 200 : refused;
  }

  private static boolean begun(Admitted admitted) {
    return admitted.asked().visit().response().isCommitted();
  }

  private static Ending.Result result(Admitted admitted, Misfortune misfortune) {
    boolean broken = begun(admitted) && misfortune.result() != Ending.Result.WITHDRAWN;
    return broken ? Ending.Result.ABORTED : misfortune.result();
  }

  /** The ledger learns of the block; the caller is answered as if there were none. */
  private Mono<Void> blocked(Asked asked, Place place, Consents consents) {
    AccessRequest wanted = asked.access(place.client());
    Consents unblocked = new Consents(consents.grants(), List.of(), consents.links());
    Instant now = clock.instant();
    return switch (ConsentPolicy.decide(wanted, unblocked, now)) {
      case Decision.Deny deny ->
          register.deny(asked, Reason.BLOCKED.code(), Denials.of(deny.reason()));
      case Decision.Permit permit -> {
        Terms terms = terms(asked, place, new Admission(wanted, permit.basis(), List.of()), now);
        yield register
            .denyInSilence(asked, Reason.BLOCKED.code())
            .then(Mono.defer(() -> works.pretendNothing(asked, new Hidden(terms))));
      }
    };
  }

  private static Terms terms(Asked asked, Place place, Admission admission, Instant now) {
    ClientId atRecipient = asked.token().patient();
    return new Terms(admission, now, new PseudonymTranslation(place.client(), atRecipient));
  }
}
