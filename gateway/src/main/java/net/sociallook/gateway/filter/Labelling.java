package net.sociallook.gateway.filter;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sociallook.consent.Basis;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;

/** What the recipient is told about the use of a resource. */
final class Labelling {
  private Labelling() {}

  /**
   * The holder's labels and those that come with every release: no reuse, no redisclosure, and no
   * keeping of what was opened for reading only.
   */
  static Set<SecurityLabel> released(List<SecurityLabel> holders, Basis basis) {
    Set<SecurityLabel> labels = new LinkedHashSet<>(holders);
    labels.add(SecurityLabel.NO_REUSE);
    labels.add(SecurityLabel.NO_REDISCLOSURE);
    if (isForReadingOnly(basis)) {
      labels.add(SecurityLabel.NO_PERSISTENCE);
    }
    return labels;
  }

  private static boolean isForReadingOnly(Basis basis) {
    return switch (basis) {
      case Basis.Granted granted ->
          granted.provisions().stream()
              .map(Provision::permission)
              .anyMatch(Permission.DOCUMENTS_READ::equals);
      case Basis.OwnAccess own -> false;
    };
  }

  /** As an array of Codings. */
  static void write(Collection<SecurityLabel> labels, Output out) {
    char before = '[';
    for (SecurityLabel label : labels) {
      out.write(before);
      out.write(label.coding());
      before = ',';
    }
    out.write(']');
  }
}
