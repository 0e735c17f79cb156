package net.sociallook.adapter.fhir;

import java.util.Optional;
import net.sociallook.adapter.record.Item;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.resource.Face;
import net.sociallook.adapter.resource.Subject;
import net.sociallook.adapter.search.Search;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;

/** Runs a search and makes its Bundle: no total, a next link only where there is more. */
record SearchBundle<R extends Item, Q>(PageSeal pages, Face<R, Q> face) {
  Bundle search(OwnRecords<R, Q> own, ClientRequest request, Frame frame) {
    Search search =
        request.search().orElseThrow(() -> new IllegalStateException("request: no search"));
    String boundTo = String.join("\n", request.patient().value(), type(), search.sent());
    Optional<String> after = search.page().map(page -> position(page, boundTo));
    Page<R> page =
        own.search(
            face.mapping().query().apply(search.filters()), new PageRequest(search.count(), after));

    Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
    bundle.addLink().setRelation("self").setUrl(frame.base() + url(search, search.page()));
    page.next()
        .map(position -> url(search, Optional.of(pages.seal(position, boundTo))))
        .ifPresent(next -> bundle.addLink().setRelation("next").setUrl(frame.base() + next));
    for (R item : page.items()) {
      bundle
          .addEntry()
          .setFullUrl(frame.base() + "/" + type() + "/" + item.id())
          .setResource(face.mapping().render(item, frame.subject()))
          .getSearch()
          .setMode(SearchEntryMode.MATCH);
    }
    return bundle;
  }

  private String type() {
    return face.mapping().kind().type();
  }

  private String position(String page, String boundTo) {
    return pages.open(page, boundTo).orElseThrow(() -> new RefusedException(Refusal.PAGE_UNKNOWN));
  }

  private String url(Search search, Optional<String> page) {
    String others = search.sent().isEmpty() ? "" : search.sent() + "&";
    return "/"
        + type()
        + "?"
        + others
        + "_count="
        + search.count()
        + page.map(value -> "&_page=" + value).orElse("");
  }

  /**
   * What a Bundle is written for.
   *
   * @param base the address of {@code /fhir}, as the caller wrote it
   */
  record Frame(String base, Subject subject) {}
}
