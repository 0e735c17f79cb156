package net.sociallook.adapter.fhir;

import java.util.Optional;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.document.DocumentQuery;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import net.sociallook.adapter.server.Refusal;
import net.sociallook.adapter.server.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;

/** Runs a search and makes its Bundle: no total, a next link only where there is more. */
record SearchBundle(PageSeal pages, DocumentResource resources) {
  /**
   * @param base the address of {@code /fhir}, as the caller wrote it
   */
  Bundle search(OwnRecords<Document, DocumentQuery> own, ClientRequest request, String base) {
    DocumentSearch search =
        request.search().orElseThrow(() -> new IllegalStateException("request: no search"));
    String boundTo = request.patient().value() + "\n" + search.filters();
    Optional<String> after = search.page().map(page -> position(page, boundTo));
    Page<Document> page = own.search(search.query(), new PageRequest(search.count(), after));

    Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
    bundle.addLink().setRelation("self").setUrl(base + url(search, search.page()));
    page.next()
        .map(position -> pages.seal(position, boundTo))
        .ifPresent(next ->
            bundle.addLink().setRelation("next").setUrl(base + url(search, Optional.of(next))));
    for (Document document : page.items()) {
      bundle
          .addEntry()
          .setFullUrl(base + "/DocumentReference/" + document.id())
          .setResource(resources.render(document, request.patient()))
          .getSearch()
          .setMode(SearchEntryMode.MATCH);
    }
    return bundle;
  }

  private String position(String page, String boundTo) {
    return pages.open(page, boundTo).orElseThrow(() -> new RefusedException(Refusal.PAGE_UNKNOWN));
  }

  private static String url(DocumentSearch search, Optional<String> page) {
    String others = search.filters() + "&_count=" + search.count();
    return "/DocumentReference?" + others + page.map(value -> "&_page=" + value).orElse("");
  }
}
