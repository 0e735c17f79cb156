package net.sociallook.gateway.pipeline;

import net.sociallook.gateway.answer.Answers;
import net.sociallook.gateway.filter.SearchsetFilter;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands out a page of a search. The holder is asked until the page is full or nothing is left, and
 * then whether anything visible follows: a page that is short for what it withholds, or a link to
 * nothing, would tell of it.
 */
final class SearchCourier {
  private static final String FHIR_JSON = Answers.FHIR_JSON.toString();

  private final Courier courier;
  private final Pages pages;
  private final int mostCalls;

  /**
   * @param mostCalls how often the holder is asked for one page of ours
   */
  SearchCourier(Courier courier, Pages pages, int mostCalls) {
    this.courier = courier;
    this.pages = pages;
    this.mostCalls = mostCalls;
  }

  Mono<Void> deliver(Admitted admitted, Pages.Page page) {
    return Mono.defer(() -> {
      SearchsetFilter filter = new SearchsetFilter(pages.addresses(admitted.asked(), page));
      Walk walk = new Walk(page.page(), page.size(), mostCalls);
      admitted.flow().progress().counts(filter::tally);
      Flux<byte[]> released =
          Flux.defer(() -> step(admitted, page, walk, filter))
              .repeat(() -> !walk.isDone())
              // a holder that knows no such search has not answered it
              .onErrorMap(NotThere.class, e -> unusable())
              // nor has one that gave a page of what it says it does not keep
              .onErrorMap(KindNotKept.class, e -> walk.isBegun() ? unusable() : e)
              .concatWith(Mono.fromSupplier(() -> filter.finish(walk.next())));
      return Courier.release(admitted, released);
    });
  }

  private static UnusableAnswer unusable() {
    return new UnusableAnswer(HttpStatus.NOT_FOUND.value());
  }

  private Flux<byte[]> step(Admitted admitted, Pages.Page page, Walk walk, SearchsetFilter filter) {
    Walk.Step step = walk.step();
    return courier
        .fetch(admitted, page.target(admitted.place(), step), FHIR_JSON)
        .flatMapMany(answer -> {
          filter.begin(admitted.terms(), step.wanted());
          return Courier.judged(answer, filter::entries)
              .concatWith(Mono.fromRunnable(() -> walk.made(filter.end())));
        });
  }
}
