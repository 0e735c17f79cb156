package net.sociallook.gateway.filter;

import java.util.ArrayList;
import java.util.List;
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
  static List<SecurityLabel> released(List<SecurityLabel> holders, Basis basis) {
    List<SecurityLabel> labels = new ArrayList<>(holders.size() + 3);
    holders.forEach(label -> addOnce(labels, label));
    addOnce(labels, SecurityLabel.NO_REUSE);
    addOnce(labels, SecurityLabel.NO_REDISCLOSURE);
    if (isForReadingOnly(basis)) {
      addOnce(labels, SecurityLabel.NO_PERSISTENCE);
    }
    return labels;
  }

  private static void addOnce(List<SecurityLabel> labels, SecurityLabel label) {
    if (!labels.contains(label)) {
      labels.add(label);
    }
  }

  private static boolean isForReadingOnly(Basis basis) {
    return switch (basis) {
      case Basis.Granted granted -> hasDocumentsRead(granted.provisions());
      case Basis.OwnAccess own -> false;
    };
  }

  private static boolean hasDocumentsRead(List<Provision> provisions) {
    for (Provision provision : provisions) {
      if (provision.permission() == Permission.DOCUMENTS_READ) {
        return true;
      }
    }
    return false;
  }

  /** As an array of Codings. */
  static void write(List<SecurityLabel> labels, Output out) {
    char before = '[';
    for (SecurityLabel label : labels) {
      out.write(before);
      label.write(out);
      before = ',';
    }
    out.write(']');
  }
}
