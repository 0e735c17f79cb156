package net.sociallook.consent;

import java.util.Set;

/**
 * The security labels of one resource.
 *
 * @param confidentiality {@link Confidentiality#N} where the holder wrote none
 * @param sensitivities codes of v3-ActCode, for example {@code SUD}; empty where there are none
 */
public record Labels(Confidentiality confidentiality, Set<String> sensitivities) {
  public static final Labels NONE = new Labels(Confidentiality.N, Set.of());

  public Labels {
    sensitivities = Set.copyOf(sensitivities);
  }

  /**
   * The level that counts: whatever carries a sensitivity is at least {@link Confidentiality#R}.
   */
  public Confidentiality effective() {
    return sensitivities.isEmpty() ? confidentiality : confidentiality.max(Confidentiality.R);
  }
}
