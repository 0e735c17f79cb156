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
    int dash = PREFIX.length() + documentId.length();
    return url.startsWith(PREFIX)
            && url.startsWith(documentId, PREFIX.length())
            && url.startsWith("-", dash)
            && isNumber(url, dash + 1)
            && url.length() - PREFIX.length() <= FhirIds.MOST
        ? Optional.of(url.substring(PREFIX.length()))
        : Optional.empty();
  }

  private static boolean isNumber(String url, int from) {
    for (int i = from; i < url.length(); i++) {
      if (url.charAt(i) < '0' || url.charAt(i) > '9') {
        return false;
      }
    }
    return url.length() > from && url.length() - from <= MOST_DIGITS;
  }
}
