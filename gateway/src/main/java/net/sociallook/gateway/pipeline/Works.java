package net.sociallook.gateway.pipeline;

import java.util.Optional;
import net.sociallook.gateway.request.FhirRequest;
import reactor.core.publisher.Mono;

/** Knows what to do for each kind of request. */
final class Works {
  private final Pages pages;
  private final Courier courier;
  private final SearchCourier searches;
  private final BinaryCourier binaries;

  /**
   * @param callsPerSearch how often a holder is asked for one page of ours
   */
  Works(Pages pages, Courier courier, int callsPerSearch) {
    this.pages = pages;
    this.courier = courier;
    this.searches = new SearchCourier(courier, pages, callsPerSearch);
    this.binaries = new BinaryCourier(courier);
  }

  /** Empty if the request carries a cursor that was not made for it. */
  Optional<Work> of(Asked asked) {
    return switch (asked.request()) {
      case FhirRequest.Read read -> Optional.of(it -> courier.resource(it, read));
      case FhirRequest.Search search ->
          Optional.of(it -> searches.deliver(it, Pages.first(search.query())));
      case FhirRequest.NextPage next ->
          pages.next(asked, next).map(page -> it -> searches.deliver(it, page));
      case FhirRequest.ReadBinary read -> Optional.of(it -> binaries.deliver(it, read.id()));
      case FhirRequest.NotServed none ->
          Optional.of(it -> Mono.error(new IllegalStateException("request: not served")));
    };
  }

  /** Answers as if there were nothing: what a block hides leaves no trace. */
  Mono<Void> pretendNothing(Asked asked, Hidden hidden) {
    return switch (asked.request()) {
      case FhirRequest.Search search ->
          hidden.emptyPage(asked, pages.addresses(asked, Pages.first(search.query())));
      case FhirRequest.NextPage next ->
          pages
              .next(asked, next)
              .map(page -> hidden.emptyPage(asked, pages.addresses(asked, page)))
              .orElseGet(() -> hidden.absent(asked));
      case FhirRequest.Read read -> hidden.absent(asked);
      case FhirRequest.ReadBinary read -> hidden.absent(asked);
      case FhirRequest.NotServed none -> hidden.absent(asked);
    };
  }
}
