package net.sociallook.adapter.document;

import java.util.Optional;
import net.sociallook.adapter.record.Records;

/** The documents of an existing system. */
public interface Documents extends Records<Document, DocumentQuery> {
  /**
   * Opens one attachment. The SDK has read the document before and knows that the attachment is
   * named there; it closes what it gets.
   *
   * @param attachment the place in {@link Document#attachments}, from 1
   * @return empty where the bytes are not to be found
   */
  Optional<Content> open(Document document, int attachment);
}
