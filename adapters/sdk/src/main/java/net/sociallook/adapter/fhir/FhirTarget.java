package net.sociallook.adapter.fhir;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.adapter.search.ResourceKind;

/** What a path below {@code /fhir} asks for; everything that is not listed here is refused. */
sealed interface FhirTarget {
  record Metadata() implements FhirTarget {}

  record Search(ResourceKind kind) implements FhirTarget {}

  record Read(ResourceKind kind, String id) implements FhirTarget {}

  /**
   * @param attachment from 1
   */
  record OpenAttachment(String document, int attachment) implements FhirTarget {}

  /** A kind of data that this adapter does not have, of nobody. */
  record NotKept() implements FhirTarget {}

  Pattern SEARCH = Pattern.compile("/fhir/([A-Za-z]{1,60})");
  Pattern READ = Pattern.compile("/fhir/([A-Za-z]{1,60})/([A-Za-z0-9.-]{1,60})");
  Pattern BINARY = Pattern.compile("/fhir/Binary/([A-Za-z0-9.-]{1,60})-([1-9][0-9]{0,2})");

  /**
   * @param path as sent, not decoded
   * @param offered the kinds of data that this adapter has
   */
  static Optional<FhirTarget> parse(String path, Set<ResourceKind> offered) {
    if (path.equals("/fhir/metadata")) {
      return Optional.of(new Metadata());
    }
    Matcher search = SEARCH.matcher(path);
    if (search.matches()) {
      return kind(search.group(1))
          .filter(ResourceKind::isSearchable)
          .<FhirTarget>map(kind -> offered.contains(kind) ? new Search(kind) : new NotKept());
    }
    Matcher binary = BINARY.matcher(path);
    if (binary.matches()) {
      return Optional.of(
          offered.contains(ResourceKind.DOCUMENT_REFERENCE)
              ? new OpenAttachment(binary.group(1), Integer.parseInt(binary.group(2)))
              : new NotKept());
    }
    Matcher read = READ.matcher(path);
    return read.matches()
        ? kind(read.group(1))
            .<FhirTarget>map(
                kind -> offered.contains(kind) ? new Read(kind, read.group(2)) : new NotKept())
        : Optional.empty();
  }

  private static Optional<ResourceKind> kind(String type) {
    return Arrays.stream(ResourceKind.values())
        .filter(kind -> kind.type().equals(type))
        .findFirst();
  }
}
