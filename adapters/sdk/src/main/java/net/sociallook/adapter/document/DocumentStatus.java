package net.sociallook.adapter.document;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a document holds.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-document-reference-status.html">value set</a>
 */
public enum DocumentStatus {
  CURRENT("current"),
  SUPERSEDED("superseded"),
  ENTERED_IN_ERROR("entered-in-error");

  private final String code;

  DocumentStatus(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<DocumentStatus> of(String code) {
    return Arrays.stream(values()).filter(status -> status.code.equals(code)).findFirst();
  }
}
