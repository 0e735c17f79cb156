package net.sociallook.adapter.record;

import java.util.Set;

/**
 * The security labels of a record. The gateway releases what lies at or below the level that the
 * client allowed; an integrator who does not understand a level of the existing system says {@link
 * Confidentiality#V}.
 *
 * @param sensitivities codes of v3-ActCode, for example {@code SUD}; empty where there are none
 */
public record Labels(Confidentiality confidentiality, Set<String> sensitivities) {
  public static final Labels NORMAL = new Labels(Confidentiality.N, Set.of());

  public Labels {
    sensitivities = Set.copyOf(sensitivities);
  }
}
