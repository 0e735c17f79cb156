package net.sociallook.gateway.filter;

import java.util.Optional;

/**
 * The Binaries of a document: {@code {documentId}-{n}}, so that each leads back to what decides it.
 */
final class OwnBinaries {
  private static final String PREFIX = "Binary/";
  private static final int MOST_DIGITS = 4;

  private OwnBinaries() {}

  /**
   * @param url of an attachment
   * @return the id of the Binary; empty if the address is any other than a relative one of a Binary
   *     of this document
   */
  static Optional<String> id(String url, String documentId) {
    String own = PREFIX + documentId + '-';
    if (!url.startsWith(own)) {
      return Optional.empty();
    }
    String number = url.substring(own.length());
    boolean counts =
        !number.isEmpty()
            && number.length() <= MOST_DIGITS
            && number.chars().allMatch(c -> c >= '0' && c <= '9');
    return Optional.of(url.substring(PREFIX.length())).filter(id -> counts && FhirIds.isId(id));
  }
}
