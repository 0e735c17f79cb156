package net.sociallook.adapter.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a caller accepts. */
final class Accepts {
  private static final Set<String> JSON =
      Set.of("application/fhir+json", "application/json", "application/*", "*/*");

  private Accepts() {}

  /**
   * @param headers the Accept headers; none accepts everything
   */
  static boolean json(List<String> headers) {
    return headers.isEmpty()
        || headers.stream()
            .flatMap(header -> Stream.of(header.split(",")))
            .map(range -> range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
            .anyMatch(JSON::contains);
  }
}
