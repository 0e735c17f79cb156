package net.sociallook.adapter.fhir;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that can be asked for below {@code /fhir}; a closed list. */
sealed interface FhirTarget {
  record Metadata() implements FhirTarget {}

  record SearchDocuments() implements FhirTarget {}

  record ReadDocument(String id) implements FhirTarget {}

  /**
   * @param attachment from 1
   */
  record OpenAttachment(String document, int attachment) implements FhirTarget {}

  Pattern DOCUMENT = Pattern.compile("/fhir/DocumentReference/([A-Za-z0-9.-]{1,60})");
  Pattern BINARY = Pattern.compile("/fhir/Binary/([A-Za-z0-9.-]{1,60})-([1-9][0-9]{0,2})");

  /**
   * @param path as sent, not decoded
   */
  static Optional<FhirTarget> parse(String path) {
    if (path.equals("/fhir/metadata")) {
      return Optional.of(new Metadata());
    }
    if (path.equals("/fhir/DocumentReference")) {
      return Optional.of(new SearchDocuments());
    }
    Matcher document = DOCUMENT.matcher(path);
    if (document.matches()) {
      return Optional.of(new ReadDocument(document.group(1)));
    }
    Matcher binary = BINARY.matcher(path);
    return binary.matches()
        ? Optional.of(new OpenAttachment(binary.group(1), Integer.parseInt(binary.group(2))))
        : Optional.empty();
  }
}
