package net.sociallook.adapter.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.ClientRecord;
import net.sociallook.adapter.record.Code;
import net.sociallook.adapter.record.Labels;

/**
 * A document, as FHIR's DocumentReference describes it.
 *
 * @param type what kind of document precisely, best in LOINC
 * @param category coarser kinds, by which documents are grouped; may be empty
 * @param date when it was written
 * @param lastUpdated when the existing system changed its record of it
 * @param description its title, in words for people
 * @param author empty where nobody is known
 * @param attachments its files, at least one, in an order that does not change
 * @see <a href="https://hl7.org/fhir/R4/documentreference.html">DocumentReference</a>
 */
public record Document(
    String id,
    String client,
    DocumentStatus status,
    Code type,
    List<Code> category,
    Instant date,
    Instant lastUpdated,
    String description,
    Optional<Author> author,
    Labels labels,
    List<Attachment> attachments)
    implements ClientRecord {

  public Document {
    category = List.copyOf(category);
    attachments = List.copyOf(attachments);
    if (attachments.isEmpty()) {
      throw new IllegalArgumentException("attachments: none (expected: at least one)");
    }
  }
}
