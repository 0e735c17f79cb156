package net.sociallook.adapter.resource;

import java.util.Date;
import java.util.HexFormat;
import java.util.stream.IntStream;
import net.sociallook.adapter.document.Attachment;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.document.DocumentQuery;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.search.Filters;
import net.sociallook.adapter.search.ResourceKind;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;

/** Documents as DocumentReferences. */
final class DocumentMapping {
  static final Mapping<Document, DocumentQuery> MAPPING =
      new Mapping<>(
          ResourceKind.DOCUMENT_REFERENCE, DocumentMapping::query, DocumentMapping::resource);

  private DocumentMapping() {}

  private static DocumentQuery query(Filters filters) {
    return new DocumentQuery(
        filters.choice("status", DocumentStatus.values()),
        filters.codes("type"),
        filters.codes("category"),
        filters.times("date"),
        filters.lastUpdated());
  }

  private static DocumentReference resource(Document document, Subject subject) {
    DocumentReference resource = new DocumentReference();
    resource.setStatus(DocumentReferenceStatus.fromCode(document.status().code()));
    resource.setType(Terms.concept(document.type()));
    document.category().forEach(category -> resource.addCategory(Terms.concept(category)));
    resource.setSubject(subject.patientReference());
    resource.setDate(Date.from(document.date()));
    document.author().ifPresent(author -> resource.addAuthor(Terms.author(author)));
    resource.setCustodian(subject.holderReference());
    resource.setDescription(document.description());
    Terms.labels(document.labels())
        .forEach(label -> resource.addSecurityLabel(new CodeableConcept(label)));
    IntStream.rangeClosed(1, document.attachments().size())
        .forEach(n -> attach(resource, "Binary/" + document.id() + "-" + n, document, n));
    return resource;
  }

  private static void attach(DocumentReference resource, String url, Document document, int n) {
    Attachment attachment = document.attachments().get(n - 1);
    org.hl7.fhir.r4.model.Attachment target = resource.addContent().getAttachment();
    target.setContentType(attachment.mediaType()).setUrl(url).setTitle(attachment.title());
    // FHIR's unsignedInt ends at 2^31 - 1; a size that does not fit is left out.
    if (attachment.size() <= Integer.MAX_VALUE) {
      target.setSize((int) attachment.size());
    }
    attachment.sha1().ifPresent(digits -> target.setHash(HexFormat.of().parseHex(digits)));
    target.setCreation(Date.from(document.date()));
  }
}
