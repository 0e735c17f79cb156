package net.sociallook.adapter.provider.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;

/**
 * Documents: some with their text inside, some with a file beside, one unfinished, one recalled.
 */
final class Papers {
  private static final int DOCUMENTS = 7;
  private static final int UNFINISHED = 3;
  private static final int RECALLED = 5;

  private Papers() {}

  static List<DocumentReference> documents(House house, int client) {
    List<DocumentReference> documents = new ArrayList<>();
    for (int n = 1; n <= DOCUMENTS; n++) {
      documents.add(document(house, client, n));
    }
    return documents;
  }

  /** The files beside the documents with even numbers. */
  static List<Binary> files(House house, int client) {
    List<Binary> files = new ArrayList<>();
    for (int n = 2; n <= DOCUMENTS; n += 2) {
      Binary file = new Binary();
      file.setId(House.number(client, n));
      file.setContentType("text/plain; charset=utf-8");
      file.setData(text(house, client, n));
      files.add(file);
    }
    return files;
  }

  private static DocumentReference document(House house, int client, int n) {
    Wording.Paper paper = house.wording().paper(n);
    LocalDate day = house.today().minusDays(15L * (DOCUMENTS + 1 - n) + client % 7);
    DocumentReference document =
        Stamp.on(
            new DocumentReference(), House.number(client, n), day.plusDays(1), labels(paper, n));
    document.setStatus(
        n == 1 ? DocumentReferenceStatus.SUPERSEDED : DocumentReferenceStatus.CURRENT);
    document.setType(
        new CodeableConcept(
            new Coding(House.MAKE + "CodeSystem/dokumentart", paper.code(), paper.title())));
    if (!paper.loinc().isEmpty()) {
      document.getType().addCoding(new Coding("http://loinc.org", paper.loinc(), "Consult note"));
    }
    document.setSubject(house.patient(client, n));
    document.setDate(House.date(day, 9));
    document.setDescription(paper.title());
    author(house, document, client, n);
    document.addContent().setAttachment(attachment(house, client, n, paper));
    if (n == UNFINISHED) {
      document.setDocStatus(ReferredDocumentStatus.PRELIMINARY);
    }
    return n == RECALLED ? Stamp.turned(document) : document;
  }

  private static Coding[] labels(Wording.Paper paper, int n) {
    return switch (paper.protection()) {
      case OPEN -> new Coding[] {n % 2 == 0 ? Stamp.own("A") : Stamp.NORMAL};
      case ADDICTION -> new Coding[] {Stamp.RESTRICTED, Stamp.ADDICTION};
      case SECRET -> new Coding[] {Stamp.VERY_RESTRICTED, Stamp.ADDICTION};
      case CLOSE -> new Coding[] {Stamp.own("B")};
    };
  }

  // A colleague who has left is written into the document itself.
  private static void author(House house, DocumentReference document, int client, int n) {
    if (n % 4 == 1) {
      Practitioner left = new Practitioner();
      left.setId("verfasser");
      left.addName().setFamily("Ehemals").addGiven("Karin");
      document.addContained(left);
      document.addAuthor(new Reference("#verfasser"));
    } else {
      document.addAuthor(house.worker(client));
    }
  }

  private static Attachment attachment(House house, int client, int n, Wording.Paper paper) {
    byte[] bytes = text(house, client, n);
    Attachment attachment =
        new Attachment().setContentType("text/plain").setTitle(paper.title() + ".txt");
    if (n % 2 == 1) {
      return attachment.setData(bytes);
    }
    String relative = "Binary/" + House.number(client, n);
    return attachment
        .setUrl(n % 4 == 0 ? house.base() + "/" + relative : relative)
        .setSize(bytes.length)
        .setHash(n % 4 == 0 ? sha1(bytes) : null);
  }

  private static byte[] text(House house, int client, int n) {
    People.Client person = house.config().people().clients().get(client);
    Wording.Paper paper = house.wording().paper(n);
    return """
    %s

    %s
    für %s, geboren am %s

    %s

    Dieses Schreiben ist erfunden.
    """
        .formatted(
            house.config().people().institution().name(),
            paper.title(),
            person.name(),
            person.born(),
            paper.text())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
