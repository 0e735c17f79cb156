package net.sociallook.adapter.provider;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sociallook.adapter.document.Content;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.document.DocumentQuery;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.document.Documents;
import net.sociallook.adapter.record.Page;
import net.sociallook.adapter.record.PageRequest;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;

/** The documents of a FHIR server. What is still being written is not shown. */
final class FhirDocuments implements Documents {
  private final Shelf<DocumentReference, Document> shelf;
  private final Attachments files;

  FhirDocuments(Existing existing) {
    this.files = new Attachments(existing.system());
    this.shelf =
        new Shelf<>(
            existing,
            new Shape<>(
                DocumentReference.class,
                List.of("author"),
                true,
                document -> List.of(document.getSubject()),
                this::document));
  }

  @Override
  public Page<Document> search(String client, DocumentQuery query, PageRequest page) {
    return shelf.search(client, document -> matches(query, document), page);
  }

  @Override
  public Optional<Document> read(String id) {
    return shelf.read(id);
  }

  @Override
  public Optional<Content> open(Document document, int attachment) {
    return shelf
        .resource(document.id())
        .filter(resource -> attachment <= resource.getContent().size())
        .map(resource -> resource.getContent().get(attachment - 1).getAttachment())
        .flatMap(file -> files.open(file, document.labels()));
  }

  @Override
  public boolean isReachable() {
    return shelf.isReachable();
  }

  private static boolean matches(DocumentQuery query, Document document) {
    return Terms.among(query.status(), document.status())
        && Terms.match(query.type(), List.of(document.type()))
        && Terms.match(query.category(), document.category())
        && query.date().contains(document.date())
        && query.lastUpdated().contains(document.lastUpdated());
  }

  private Optional<Document> document(DocumentReference resource, Frame frame) {
    if (resource.getDocStatus() == ReferredDocumentStatus.PRELIMINARY) {
      return Optional.empty();
    }
    DocumentKind kind = DocumentKind.of(resource.getType());
    return Optional.of(
        new Document(
            Terms.id(resource),
            frame.client(),
            Terms.of(
                DocumentStatus.values(),
                Optional.ofNullable(resource.getStatus()).map(it -> it.toCode()),
                "DocumentReference.status"),
            kind.type(resource.getType()),
            List.of(kind.category()),
            Moments.given(resource.getDate(), "DocumentReference.date"),
            Moments.lastUpdated(resource),
            title(resource),
            frame.caseworker(resource.getAuthor()),
            Protection.labels(resource, resource.getSecurityLabel()),
            resource.getContent().stream()
                .map(content -> files.describe(content.getAttachment(), title(resource)))
                .toList()));
  }

  private static String title(DocumentReference resource) {
    return Stream.of(
            Optional.ofNullable(resource.getDescription()), Terms.words(resource.getType()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("Dokument");
  }
}
