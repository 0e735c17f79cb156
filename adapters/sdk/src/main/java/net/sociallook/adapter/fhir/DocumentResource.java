package net.sociallook.adapter.fhir;

import java.util.Date;
import java.util.HexFormat;
import java.util.stream.IntStream;
import net.sociallook.adapter.document.Attachment;
import net.sociallook.adapter.document.Document;
import net.sociallook.adapter.document.DocumentStatus;
import net.sociallook.adapter.link.Pseudonym;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Labels;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;

/** Renders a document as FHIR. */
record DocumentResource(String institution) {
  private static final String CONFIDENTIALITY =
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
  private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

  /**
   * @param patient the pseudonym by which the document was asked for
   */
  DocumentReference render(Document document, Pseudonym patient) {
    DocumentReference resource = new DocumentReference();
    resource.setId(document.id());
    resource.getMeta().setLastUpdated(Date.from(document.lastUpdated()));
    label(resource, document.labels());
    resource.setStatus(status(document.status()));
    resource.setType(concept(document.type()));
    document.category().forEach(category -> resource.addCategory(concept(category)));
    resource.setSubject(new Reference("Patient/" + patient.value()));
    resource.setDate(Date.from(document.date()));
    document.author().ifPresent(author -> resource.addAuthor(author(author)));
    resource.setCustodian(new Reference("Organization/" + institution));
    resource.setDescription(document.description());
    IntStream.rangeClosed(1, document.attachments().size())
        .forEach(n -> attach(resource, "Binary/" + document.id() + "-" + n, document, n));
    return resource;
  }

  private static void label(DocumentReference resource, Labels labels) {
    String level = labels.confidentiality().name();
    resource.getMeta().addSecurity(CONFIDENTIALITY, level, labels.confidentiality().display());
    labels.sensitivities().stream()
        .sorted()
        .forEach(code -> resource.getMeta().addSecurity().setSystem(ACT_CODE).setCode(code));
    resource
        .getMeta()
        .getSecurity()
        .forEach(label -> resource.addSecurityLabel(new CodeableConcept(label.copy())));
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

  private static Reference author(Author author) {
    Reference reference = new Reference().setDisplay(author.name());
    author.directoryId().ifPresent(id -> reference.setReference("PractitionerRole/" + id));
    return reference;
  }

  private static CodeableConcept concept(Code code) {
    return new CodeableConcept(new Coding(code.system(), code.code(), code.display()))
        .setText(code.display());
  }

  private static DocumentReferenceStatus status(DocumentStatus status) {
    return switch (status) {
      case CURRENT -> DocumentReferenceStatus.CURRENT;
      case SUPERSEDED -> DocumentReferenceStatus.SUPERSEDED;
      case ENTERED_IN_ERROR -> DocumentReferenceStatus.ENTEREDINERROR;
    };
  }
}
