package net.sociallook.consent;

import java.util.List;

/** What a permit rests on. There is no third kind, and neither can be empty. */
public sealed interface Basis {

  /** Provisions of one version of a grant. */
  record Granted(Grant.Version version, List<Provision> provisions) implements Basis {
    public Granted {
      provisions = List.copyOf(provisions);
      if (provisions.isEmpty()) {
        throw new IllegalArgumentException("provisions: none (expected: at least one)");
      }
    }
  }

  /** The client's own link to the holder. */
  record OwnAccess(Link link) implements Basis {}
}
