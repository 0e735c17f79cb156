package net.sociallook.adapter.jobcenter;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.adapter.document.Attachment;
import net.sociallook.adapter.document.Content;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.document.DocumentQuery;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.document.Documents;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;

/** The documents of the customers' files. */
final class RestDocuments implements Documents {
  private static final Codes<DocumentStatus> STATES =
      new Codes<>(
          Map.of(
              "10", DocumentStatus.CURRENT,
              "20", DocumentStatus.SUPERSEDED,
              "90", DocumentStatus.ENTERED_IN_ERROR));

  private final Collection<Document> documents;

  RestDocuments(Fallwerk system, ZoneId zone) {
    this.documents =
        new Collection<>(
            system,
            new Collection.Shape<>("dokument-", "dokumente", true, RestDocuments::document),
            zone);
  }

  @Override
  public Page<Document> search(String client, DocumentQuery query, PageRequest page) {
    return documents.page(Ask.of(client), document -> matches(document, query), page);
  }

  @Override
  public Optional<Document> read(String id) {
    return documents.read(id);
  }

  @Override
  public Optional<Content> open(Document document, int attachment) {
    return documents
        .number(document.id())
        .flatMap(number ->
            documents
                .row(number)
                .map(row -> row.rows("dateien"))
                .filter(files -> attachment <= files.size())
                .flatMap(files ->
                    StoredFile.fetch(documents.system(), number, files.get(attachment - 1))));
  }

  @Override
  public boolean isReachable() {
    return documents.system().isReachable();
  }

  private static boolean matches(Document document, DocumentQuery query) {
    return Codes.wants(query.status(), document.status())
        && Codes.matches(query.type(), List.of(document.type()))
        && Codes.matches(query.category(), document.category())
        && query.date().contains(document.date())
        && query.lastUpdated().contains(document.lastUpdated());
  }

  private static Optional<Document> document(Row row) throws IncompleteException {
    String kind = row.text("doktyp");
    Optional<DocumentStatus> status = STATES.of(row.text("status"));
    if (status.isEmpty() || !DocumentKind.isForOutside(kind)) {
      return Optional.empty();
    }
    List<Attachment> files = StoredFile.attachments(row);
    if (files.isEmpty()) {
      throw new IncompleteException("dateien");
    }
    DocumentKind known = DocumentKind.of(kind);
    return Optional.of(
        new Document(
            "dokument-" + row.number(),
            row.client(),
            status.get(),
            known.type(),
            List.of(known.category()),
            row.day("datum").atStartOfDay(row.zone()).toInstant(),
            row.changedAt(),
            row.text("titel"),
            row.caseworker(),
            row.labels(),
            files));
  }
}
