package net.sociallook.registry.grant;

import java.util.List;
import net.sociallook.consent.Provision;

/**
 * A proof, and what of a grant it carries.
 *
 * @param provisions those of the grant's newest version that lie within the proof's document, and
 *     have stood ever since
 */
public record Proven(Evidence evidence, List<Provision> provisions) {
  public Proven {
    provisions = List.copyOf(provisions);
  }

  public boolean carries(Provision wanted) {
    return provisions.stream().anyMatch(wanted::liesWithin);
  }
}
