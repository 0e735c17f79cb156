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
      return kind(search.group(1), offered).filter(ResourceKind::isSearchable).map(Search::new);
    }
    Matcher binary = BINARY.matcher(path);
    if (binary.matches() && offered.contains(ResourceKind.DOCUMENT_REFERENCE)) {
      return Optional.of(new OpenAttachment(binary.group(1), Integer.parseInt(binary.group(2))));
    }
    Matcher read = READ.matcher(path);
    return read.matches()
        ? kind(read.group(1), offered).map(kind -> new Read(kind, read.group(2)))
        : Optional.empty();
  }

  private static Optional<ResourceKind> kind(String type, Set<ResourceKind> offered) {
    return Arrays.stream(ResourceKind.values())
        .filter(kind -> kind.type().equals(type))
        .filter(offered::contains)
        .findFirst();
  }
}
