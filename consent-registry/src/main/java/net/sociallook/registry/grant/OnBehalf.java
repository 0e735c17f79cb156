package net.sociallook.registry.grant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.sociallook.consent.Provision;
import net.sociallook.registry.reach.Reach;

/**
 * Member {@code onBehalf} of a signed document: in whose capacity somebody signed, and under which
 * endorsements ({@code docs/protocol.md} section 4).
 *
 * @param as code of the capacity
 * @param endorsements {@code jti} by holder
 */
record OnBehalf(String as, Map<String, UUID> endorsements) {
  OnBehalf {
    endorsements = new TreeMap<>(endorsements);
  }

  /**
   * @param provisions of holders within reach
   */
  static OnBehalf of(Reach.Acting acting, List<Provision> provisions) {
    Map<String, UUID> endorsements = new TreeMap<>();
    provisions.forEach(
        one -> endorsements.put(one.holder().value(), acting.mandate(one.holder()).endorsement()));
    return new OnBehalf(acting.capacity().code(), endorsements);
  }
}
