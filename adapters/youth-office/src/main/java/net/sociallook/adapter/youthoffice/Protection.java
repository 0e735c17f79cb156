package net.sociallook.adapter.youthoffice;

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
  private static final Map<Integer, Confidentiality> LEVELS =
      Map.of(1, Confidentiality.N, 2, Confidentiality.R, 3, Confidentiality.V);
  private static final Map<String, String> MARKS = Map.of("SU", "SUD", "PS", "MH", "GW", "VIO");

  private Protection() {}

  /**
   * @param level {@code dokument.stufe}
   * @param mark {@code dokument.schutz_kz}
   */
  static Labels labels(Optional<Integer> level, Optional<String> mark) {
    Confidentiality confidentiality =
        level.flatMap(it -> Optional.ofNullable(LEVELS.get(it))).orElse(Confidentiality.V);
    if (mark.isEmpty()) {
      return new Labels(confidentiality, Set.of());
    }
    return Optional.ofNullable(MARKS.get(mark.get()))
        .map(code -> new Labels(confidentiality, Set.of(code)))
        .orElse(new Labels(Confidentiality.V, Set.of()));
  }
}
