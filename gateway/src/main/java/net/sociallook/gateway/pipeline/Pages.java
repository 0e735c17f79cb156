package net.sociallook.gateway.pipeline;

import java.net.URI;
import java.util.Optional;
import net.sociallook.gateway.cursor.Cursor;
import net.sociallook.gateway.cursor.CursorSeal;
import net.sociallook.gateway.filter.Addresses;
import net.sociallook.gateway.request.FhirRequest;
import net.sociallook.gateway.request.Query;
import net.sociallook.gateway.request.UpstreamTarget;

/** Turns searches and cursors into what goes upstream, and page tokens into links of ours. */
final class Pages {
  /** Entries of a page where the asker names no number. */
  private static final int USUAL = 20;

  private final URI base;
  private final CursorSeal seal;

  /**
   * @param base this gateway's FHIR base URL
   */
  Pages(URI base, CursorSeal seal) {
    this.base = base;
    this.seal = seal;
  }

  /**
   * One page of a search.
   *
   * @param page the adapter's token; empty for the first page
   * @param self the query string of the link to this page
   */
  record Page(Query query, Optional<String> page, String self) {
    int size() {
      return query.count().orElse(USUAL);
    }

    /** What goes to the holder for a step towards this page. */
    String target(Place place, Walk.Step step) {
      Query sized = query.inPagesOf(step.entries());
      return step.page()
          .map(token -> UpstreamTarget.page(sized, place.client(), token))
          .orElseGet(() -> UpstreamTarget.search(sized, place.client()));
    }
  }

  static Page first(Query query) {
    return new Page(query, Optional.empty(), query.render());
  }

  /** Empty if the cursor was not made for this use. */
  Optional<Page> next(Asked asked, FhirRequest.NextPage next) {
    return seal.open(next.cursor(), asked.cursorBound())
        .flatMap(cursor ->
            Query.ofKept(cursor.query())
                .filter(query -> query.type() == next.type())
                .map(query ->
                    new Page(query, Optional.of(cursor.page()), "_cursor=" + next.cursor())));
  }

  Addresses addresses(Asked asked, Page page) {
    URI holder = URI.create(base + "/" + asked.holder());
    String search = holder + "/" + page.query().type().code();
    URI self = URI.create(page.self().isEmpty() ? search : search + "?" + page.self());
    String query = page.query().kept();
    return new Addresses(
        holder,
        Optional.of(self),
        token ->
            URI.create(
                search + "?_cursor=" + seal.seal(new Cursor(asked.cursorBound(), query, token))));
  }
}
