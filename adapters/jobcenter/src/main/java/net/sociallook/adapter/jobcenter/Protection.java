package net.sociallook.adapter.jobcenter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sociallook.adapter.record.Confidentiality;
import net.sociallook.adapter.record.Labels;

/**
 * What the case system's levels and marks mean outside. What is not understood, or not given, is
 * held to be very restricted.
 */
final class Protection {
  private static final Map<String, Confidentiality> LEVELS =
      Map.of("0", Confidentiality.N, "1", Confidentiality.R, "2", Confidentiality.V);
  private static final Map<String, String> MARKS =
      Map.of("SUCHT", "SUD", "PSYCH", "MH", "GEWALT", "VIO");
  private static final Labels CLOSED = new Labels(Confidentiality.V, Set.of());

  private Protection() {}

  /**
   * @param level {@code schutz}
   * @param mark {@code schutzart}
   */
  static Labels labels(Optional<String> level, Optional<String> mark) {
    Optional<Confidentiality> confidentiality = level.map(LEVELS::get);
    if (confidentiality.isEmpty()) {
      return CLOSED;
    }
    if (mark.isEmpty()) {
      return new Labels(confidentiality.get(), Set.of());
    }
    return mark.map(MARKS::get)
        .map(code -> new Labels(confidentiality.get(), Set.of(code)))
        .orElse(CLOSED);
  }
}
