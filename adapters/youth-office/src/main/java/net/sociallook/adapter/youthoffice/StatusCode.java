package net.sociallook.adapter.youthoffice;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.sociallook.adapter.document.DocumentStatus;

/** The case system's states that are shown outside. A draft is not, nor what is not listed. */
enum StatusCode {
  FREIGEGEBEN("F", DocumentStatus.CURRENT),
  ERSETZT("X", DocumentStatus.SUPERSEDED),
  STORNIERT("S", DocumentStatus.ENTERED_IN_ERROR);

  private final String localCode;
  private final DocumentStatus status;

  StatusCode(String localCode, DocumentStatus status) {
    this.localCode = localCode;
    this.status = status;
  }

  static DocumentStatus of(String localCode) {
    return Arrays.stream(values())
        .filter(code -> code.localCode.equals(localCode))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("status_kz: not to be shown"))
        .status;
  }

  /** The case system's codes; of all that are shown when none is wanted in particular. */
  static List<String> localCodes(Set<DocumentStatus> wanted) {
    return Arrays.stream(values())
        .filter(code -> wanted.isEmpty() || wanted.contains(code.status))
        .map(code -> code.localCode)
        .toList();
  }
}
